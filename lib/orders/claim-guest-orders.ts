import { inArray } from 'drizzle-orm';
import { orders } from '@/db/schema/orders';
import { getCustomerIdOfUser, listGuestCustomerIds } from '@/lib/customers';
import type { Database } from '@/lib/platform/database';

/**
 * Gives a person the orders that were placed as a guest under their address, once they have shown that it is
 * theirs. The links in the mails of those orders keep working. Doing it again changes nothing.
 */
export async function claimGuestOrders(
  db: Database,
  { userId, email }: { readonly userId: string; readonly email: string },
): Promise<void> {
  const guestIds = await listGuestCustomerIds(db, email);
  if (guestIds.length === 0) return;
  const customerId = await getCustomerIdOfUser(db, userId);
  if (!customerId)
    throw new Error('This person has confirmed an address and not yet signed in; try again later');
  await db.update(orders).set({ customerId }).where(inArray(orders.customerId, guestIds));
}
