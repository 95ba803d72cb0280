import { sql } from 'drizzle-orm';
import { ownedBy, type CartOwner } from '@/lib/carts';
import type { Executor } from '@/lib/platform/database';

/**
 * Whether there is too little of something in a basket for an order that was not placed yet. In a rush most buyers come
 * too late: this tells them in one statement, before anything is priced or locked. A no is no promise.
 */
export async function isSoldOut(
  db: Executor,
  owner: CartOwner,
  claim: { readonly scope: string; readonly key: string },
): Promise<boolean> {
  const [row] = await db.execute<{ sold_out: boolean }>(sql`
    select exists (
      select 1 from carts join cart_lines line on line.cart_id = carts.id and not line.saved_for_later
      join stock on stock.offer_id = line.offer_id
      where ${ownedBy(owner)} and stock.on_hand - stock.reserved < line.quantity
    ) and not exists (
      select 1 from idempotency_keys where scope = ${claim.scope} and key = ${claim.key}
    ) as sold_out`);
  return row?.sold_out ?? false;
}
