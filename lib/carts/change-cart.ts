import { and, eq, sql } from 'drizzle-orm';
import { cartLines, carts } from '@/db/schema/carts';
import { DEFAULT_MARKET } from '@/lib/kernel/market';
import type { Currency } from '@/lib/kernel/money';
import { ok, refuse, type Refusal, type Result } from '@/lib/kernel/result';
import { getOfferSnapshots } from '@/lib/offers';
import type { Database, Executor } from '@/lib/platform/database';
import { openCart, ownedBy, touchCart, type CartOwner } from './cart-owner';
import { MAX_LINE_QUANTITY, MAX_LINES } from './model';

type AddRefusal =
  'offer_unavailable' | 'offer_not_in_currency' | StockRefusal | 'quantity_limit' | 'cart_full';

type StockRefusal = 'out_of_stock' | 'not_enough_stock';

/**
 * Puts `quantity` more of an offer into the basket. Refuses what cannot be bought now, and says how many
 * there are when it is too many. Answers the number of pieces in the basket.
 */
export async function addToCart(
  db: Database,
  owner: CartOwner,
  wanted: { readonly offerId: string; readonly quantity: number },
): Promise<Result<number, AddRefusal>> {
  return db.transaction(async (tx) => {
    const cart = await openCart(tx, owner);
    const offer = (await getOfferSnapshots(tx, [wanted.offerId], pricedIn(cart))).get(wanted.offerId);
    if (!offer) return refuse('offer_unavailable');
    if (!offer.price) return refuse('offer_not_in_currency', { currency: cart.currency });
    const lines = await tx.select().from(cartLines).where(eq(cartLines.cartId, cart.id));
    const line = lines.find((candidate) => candidate.offerId === wanted.offerId);
    const quantity = (line && !line.savedForLater ? line.quantity : 0) + wanted.quantity;
    if (quantity > MAX_LINE_QUANTITY) return refuse('quantity_limit', { limit: MAX_LINE_QUANTITY });
    if (quantity > offer.available) return refuseShort(offer.available);
    if (!line && lines.length >= MAX_LINES) return refuse('cart_full', { limit: MAX_LINES });

    const seenPriceMinor = offer.price.amountMinor;
    await tx
      .insert(cartLines)
      .values({ cartId: cart.id, offerId: wanted.offerId, quantity, seenPriceMinor })
      .onConflictDoUpdate({
        target: [cartLines.cartId, cartLines.offerId],
        set: { quantity, seenPriceMinor, savedForLater: false },
      });
    await touchCart(tx, cart.id);
    const others = lines.filter((other) => other.id !== line?.id && !other.savedForLater);
    return ok(others.reduce((sum, other) => sum + other.quantity, quantity));
  });
}

/** Sets how many of a line are wanted; more than there are is refused with how many there are. */
export async function changeQuantity(
  db: Database,
  owner: CartOwner,
  lineId: string,
  quantity: number,
): Promise<Result<void, 'not_found' | StockRefusal | 'quantity_limit'>> {
  if (quantity > MAX_LINE_QUANTITY) return refuse('quantity_limit', { limit: MAX_LINE_QUANTITY });
  const line = await findLine(db, owner, lineId);
  if (!line) return refuse('not_found');
  const offer = (await getOfferSnapshots(db, [line.offerId], pricedIn(line))).get(line.offerId);
  const available = offer?.available ?? 0;
  if (quantity > available) return refuseShort(available);
  await db.update(cartLines).set({ quantity }).where(eq(cartLines.id, line.id));
  return ok(undefined);
}

export async function removeLine(
  db: Database,
  owner: CartOwner,
  lineId: string,
): Promise<Result<void, 'not_found'>> {
  const removed = await db.delete(cartLines).where(ownLine(owner, lineId)).returning({ id: cartLines.id });
  return removed.length > 0 ? ok(undefined) : refuse('not_found');
}

/** Puts a line aside (`saved`) or back into the basket. */
export async function setSavedForLater(
  db: Database,
  owner: CartOwner,
  lineId: string,
  savedForLater: boolean,
): Promise<Result<void, 'not_found'>> {
  const changed = await db
    .update(cartLines)
    .set({ savedForLater })
    .where(ownLine(owner, lineId))
    .returning({ id: cartLines.id });
  return changed.length > 0 ? ok(undefined) : refuse('not_found');
}

/** Remembers a code on the basket; whether it counts is decided anew at every quote. Null takes it off. */
export async function setPromotionCode(db: Database, owner: CartOwner, code: string | null): Promise<void> {
  await db.update(carts).set({ promotionCode: code }).where(ownedBy(owner));
}

/** The buyer has seen the prices of now: they are no longer shown as changed. */
export async function acknowledgePrices(db: Database, owner: CartOwner): Promise<void> {
  await db.execute(sql`
    update cart_lines set seen_price_minor = price.price_minor
    from ${carts}, offer_prices price
    where ${carts.id} = cart_lines.cart_id and ${ownedBy(owner)}
      and price.offer_id = cart_lines.offer_id and price.currency = ${carts.currency}
      and price.market = ${DEFAULT_MARKET.code} and price.price_minor <> cart_lines.seen_price_minor`);
}

function refuseShort(available: number): Refusal<StockRefusal> {
  return available === 0 ? refuse('out_of_stock') : refuse('not_enough_stock', { available });
}

async function findLine(db: Executor, owner: CartOwner, lineId: string) {
  const [line] = await db
    .select({ id: cartLines.id, offerId: cartLines.offerId, currency: carts.currency })
    .from(cartLines)
    .innerJoin(carts, eq(carts.id, cartLines.cartId))
    .where(ownLine(owner, lineId));
  return line ?? null;
}

function ownLine(owner: CartOwner, lineId: string) {
  return and(
    eq(cartLines.id, lineId),
    sql`${cartLines.cartId} in (select ${carts.id} from ${carts} where ${ownedBy(owner)})`,
  );
}

function pricedIn({ currency }: { readonly currency: Currency }) {
  return { currency, market: DEFAULT_MARKET.code, locale: 'en' };
}
