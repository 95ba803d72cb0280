import { eq, sql } from 'drizzle-orm';
import { cartLines, carts } from '@/db/schema/carts';
import type { Database } from '@/lib/platform/database';
import { openCart } from './cart-owner';
import { MAX_LINE_QUANTITY } from './model';

/**
 * Pours a guest's basket into the customer's at sign-in: the larger quantity of an offer in both wins (the
 * same person put it there twice), nothing is lost. A customer's empty basket takes over the guest's currency; a full one
 * keeps its own, and what has no price in it says so. Calling it again does nothing.
 */
export async function mergeGuestCart(
  db: Database,
  guestTokenHash: string,
  customerId: string,
): Promise<void> {
  await db.transaction(async (tx) => {
    const [guest] = await tx
      .select()
      .from(carts)
      .where(eq(carts.guestTokenHash, guestTokenHash))
      .for('update');
    if (!guest) return;
    const own = await openCart(tx, { customerId });
    const wasEmpty = (await tx.$count(cartLines, eq(cartLines.cartId, own.id))) === 0;
    await tx.execute(sql`
      insert into cart_lines (id, cart_id, offer_id, quantity, saved_for_later, seen_price_minor, added_at)
      select gen_random_uuid(), ${own.id}, offer_id, quantity, saved_for_later, seen_price_minor, added_at
      from cart_lines where cart_id = ${guest.id}
      on conflict (cart_id, offer_id) do update set
        quantity = least(greatest(cart_lines.quantity, excluded.quantity), ${MAX_LINE_QUANTITY}),
        saved_for_later = cart_lines.saved_for_later and excluded.saved_for_later`);
    await tx
      .update(carts)
      .set({
        promotionCode: own.promotionCode ?? guest.promotionCode,
        currency: wasEmpty ? guest.currency : own.currency,
      })
      .where(eq(carts.id, own.id));
    await tx.delete(carts).where(eq(carts.id, guest.id));
  });
}
