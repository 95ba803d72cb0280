import { and, eq, inArray, sql } from 'drizzle-orm';
import { cartLines, carts } from '@/db/schema/carts';
import type { Executor, Transaction } from '@/lib/platform/database';

/**
 * Takes out what was ordered; what is saved for later stays. False when some of it is gone already: another
 * tab ordered it first, and the caller rolls back.
 */
export async function takeOrderedLines(
  tx: Transaction,
  cartId: string,
  lineIds: readonly string[],
): Promise<boolean> {
  // The basket before its lines, as everywhere.
  await tx
    .update(carts)
    .set({ promotionCode: null, updatedAt: sql`now()` })
    .where(eq(carts.id, cartId));
  const taken = await tx
    .delete(cartLines)
    .where(and(eq(cartLines.cartId, cartId), inArray(cartLines.id, [...lineIds])))
    .returning({ id: cartLines.id });
  return taken.length === lineIds.length;
}

/** Deletes guest baskets nobody has touched for `days`. */
export async function forgetGuestCarts(db: Executor, days: number): Promise<void> {
  await db.execute(sql`
    delete from carts where id in (
      select id from carts
      where guest_token_hash is not null and updated_at < now() - make_interval(days => ${days}) limit 1000)`);
}
