import { customers } from '@/db/schema/customers';
import type { Transaction } from '@/lib/platform/database';

/** The buyer of a guest order. Each guest order has its own, until a verified address claims them. */
export async function createGuestCustomer(
  tx: Transaction,
  guest: { readonly email: string; readonly name: string; readonly locale: string },
): Promise<string> {
  const [row] = await tx.insert(customers).values(guest).returning({ id: customers.id });
  if (!row) throw new Error('A guest customer was not written');
  return row.id;
}
