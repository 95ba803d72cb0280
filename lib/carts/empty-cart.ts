import { and, eq, inArray, sql } from 'drizzle-orm';
import { cartLines, carts } from '@/db/schema/carts';
import type { Executor, Transaction } from '@/lib/platform/database';

/** Takes out what was ordered; what is saved for later stays. */
export async function takeOrderedLines(
  tx: Transaction,
  cartId: string,
  lineIds: readonly string[],
): Promise<void> {
  await tx.delete(cartLines).where(and(eq(cartLines.cartId, cartId), inArray(cartLines.id, [...lineIds])));
  await tx
    .update(carts)
    .set({ promotionCode: null, updatedAt: sql`now()` })
    .where(eq(carts.id, cartId));
}

/** Deletes guest baskets nobody has touched for `days`. */
export async function forgetGuestCarts(db: Executor, days: number): Promise<void> {
  await db.execute(sql`
    delete from carts where id in (
      select id from carts
      where guest_token_hash is not null and updated_at < now() - make_interval(days => ${days}) limit 1000)`);
}
