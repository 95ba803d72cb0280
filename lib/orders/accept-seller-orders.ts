import { and, eq, inArray, ne } from 'drizzle-orm';
import { sellerOrders } from '@/db/schema/orders';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import type { Database } from '@/lib/platform/database';
import { acceptSellerOrder, type SellerAct } from './fulfil-seller-order';

/**
 * Accepts many parts, each for itself: one that was cancelled or accepted meanwhile stays as it is, and the others
 * are accepted all the same. Refuses all (`not_found`), and changes nothing, when one is another seller's.
 */
export async function acceptSellerOrders(
  db: Database,
  {
    sellerOrderIds,
    ...act
  }: Omit<SellerAct, 'sellerOrderId'> & { readonly sellerOrderIds: readonly string[] },
): Promise<Result<{ readonly accepted: number }, 'not_found'>> {
  const wanted = [...new Set(sellerOrderIds)];
  const own = await db
    .select({ id: sellerOrders.id })
    .from(sellerOrders)
    .where(
      and(
        inArray(sellerOrders.id, wanted),
        eq(sellerOrders.sellerId, act.sellerId),
        ne(sellerOrders.status, 'pending_payment'),
      ),
    );
  if (own.length < wanted.length) return refuse('not_found');
  let accepted = 0;
  for (const { id } of own) {
    const result = await acceptSellerOrder(db, { ...act, sellerOrderId: id });
    if (result.ok) accepted += 1;
  }
  return ok({ accepted });
}
