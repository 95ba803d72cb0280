import { and, eq, sql } from 'drizzle-orm';
import { cartLines, carts } from '@/db/schema/carts';
import { DEFAULT_MARKET } from '@/lib/kernel/market';
import type { Currency } from '@/lib/kernel/money';
import { listOfferCurrencies } from '@/lib/offers';
import type { Database, Executor } from '@/lib/platform/database';
import { ownedBy, type CartOwner } from './cart-owner';

/**
 * The currencies everything in the basket can be bought in, and the one it is in now. An offer has a price of its own
 * in each: nothing is converted.
 */
export async function listCartCurrencies(db: Executor, owner: CartOwner): Promise<Currency[]> {
  const lines = await db
    .select({ currency: carts.currency, offerId: cartLines.offerId })
    .from(carts)
    .innerJoin(cartLines, eq(cartLines.cartId, carts.id))
    .where(and(ownedBy(owner), eq(cartLines.savedForLater, false)));
  const [first] = lines;
  if (!first) return [];
  const shared = await listOfferCurrencies(
    db,
    lines.map(({ offerId }) => offerId),
    DEFAULT_MARKET.code,
  );
  return [...new Set([first.currency, ...shared])].toSorted();
}

/** Prices the basket in another currency from now on; its lines are shown at those prices, not as changed ones. */
export async function setCartCurrency(db: Database, owner: CartOwner, currency: Currency): Promise<void> {
  await db.transaction(async (tx) => {
    await tx.update(carts).set({ currency }).where(ownedBy(owner));
    await tx.execute(sql`
      update cart_lines set seen_price_minor = price.price_minor
      from ${carts}, offer_prices price
      where ${carts.id} = cart_lines.cart_id and ${ownedBy(owner)}
        and price.offer_id = cart_lines.offer_id and price.currency = ${currency}
        and price.market = ${DEFAULT_MARKET.code}`);
  });
}
