import { asc, eq, sql } from 'drizzle-orm';
import { cartLines, carts } from '@/db/schema/carts';
import { DEFAULT_MARKET } from '@/lib/kernel/market';
import { sumMinor, type Currency } from '@/lib/kernel/money';
import { publicId } from '@/lib/kernel/ids';
import { getOfferSnapshots, type OfferSnapshot } from '@/lib/offers';
import type { Executor } from '@/lib/platform/database';
import { findCart, ownedBy, type CartOwner } from './cart-owner';
import type { CartLine, CartParcel, CartView, LineChange } from './model';

type LineRow = typeof cartLines.$inferSelect;

/** A basket with what its offers are right now, never from a cache. */
export type CartContents = {
  readonly cartId: string | null;
  readonly currency: Currency;
  readonly promotionCode: string | null;
  readonly lines: readonly (LineRow & { readonly offer: OfferSnapshot | null })[];
};

export async function getCartContents(db: Executor, owner: CartOwner, locale: string): Promise<CartContents> {
  const cart = await findCart(db, owner);
  const currency = cart?.currency ?? DEFAULT_MARKET.currency;
  if (!cart) return { cartId: null, currency, promotionCode: null, lines: [] };
  const rows = await db
    .select()
    .from(cartLines)
    .where(eq(cartLines.cartId, cart.id))
    .orderBy(asc(cartLines.addedAt), asc(cartLines.id));
  const offers = await getOfferSnapshots(
    db,
    rows.map((row) => row.offerId),
    { currency, market: DEFAULT_MARKET.code, locale },
  );
  return {
    cartId: cart.id,
    currency,
    promotionCode: cart.promotionCode,
    lines: rows.map((row) => ({ ...row, offer: offers.get(row.offerId) ?? null })),
  };
}

export async function getCart(db: Executor, owner: CartOwner, locale: string): Promise<CartView> {
  return viewCart(await getCartContents(db, owner, locale));
}

/** What a buyer sees of it. Pure. */
export function viewCart(contents: CartContents): CartView {
  const views = contents.lines.map((row) => ({ row, view: toLine(row, row.offer, contents.currency) }));
  const active = views.filter(({ row }) => !row.savedForLater);
  return {
    parcels: toParcels(active),
    saved: views.filter(({ row }) => row.savedForLater).map(({ view }) => view),
    itemCount: sumMinor(active.map(({ row }) => row.quantity)),
    goods: {
      amountMinor: sumMinor(active.map(({ view }) => view.total?.amountMinor ?? 0)),
      currency: contents.currency,
    },
    promotionCode: contents.promotionCode,
    blocked: active.some(({ view }) => view.change !== null && view.change.kind !== 'price'),
  };
}

/** Pieces in the basket, for the badge: one indexed query. */
export async function getCartCount(db: Executor, owner: CartOwner): Promise<number> {
  const [row] = await db
    .select({ count: sql<number>`coalesce(sum(${cartLines.quantity}), 0)::int` })
    .from(carts)
    .innerJoin(cartLines, eq(cartLines.cartId, carts.id))
    .where(sql`${ownedBy(owner)} and not ${cartLines.savedForLater}`);
  return row?.count ?? 0;
}

function toParcels(lines: readonly { row: { offer: OfferSnapshot | null }; view: CartLine }[]): CartParcel[] {
  const parcels = new Map<string, { offer: OfferSnapshot; lines: CartLine[] }>();
  for (const { row, view } of lines) {
    if (!row.offer) continue;
    const parcel = parcels.get(row.offer.sellerId) ?? { offer: row.offer, lines: [] };
    parcel.lines.push(view);
    parcels.set(row.offer.sellerId, parcel);
  }
  return [...parcels.values()].map(({ offer, lines: parcelLines }) => ({
    sellerId: publicId('sel', offer.sellerId),
    sellerName: offer.sellerName,
    sellerSlug: offer.sellerSlug,
    lines: parcelLines,
  }));
}

function toLine(row: LineRow, offer: OfferSnapshot | null, currency: Currency): CartLine {
  const unitPrice = offer?.price ?? null;
  const change = changeOf(row, offer, currency);
  const counts = unitPrice !== null && change?.kind !== 'gone';
  return {
    lineId: publicId('lin', row.id),
    offerId: publicId('off', row.offerId),
    productSlug: offer?.productSlug ?? '',
    title: offer?.title ?? '',
    variantLabel: offer?.variantLabel ?? '',
    image: offer?.image ?? null,
    quantity: row.quantity,
    available: offer?.available ?? 0,
    unitPrice,
    total: counts ? { amountMinor: unitPrice.amountMinor * row.quantity, currency } : null,
    change,
  };
}

function changeOf(row: LineRow, offer: OfferSnapshot | null, currency: Currency): LineChange | null {
  if (offer && !offer.price) return { kind: 'unpriced', currency };
  if (!offer?.price || offer.available === 0) return { kind: 'gone' };
  if (offer.available < row.quantity) return { kind: 'short', available: offer.available };
  if (offer.price.amountMinor !== row.seenPriceMinor) {
    return { kind: 'price', before: { amountMinor: row.seenPriceMinor, currency }, now: offer.price };
  }
  return null;
}
