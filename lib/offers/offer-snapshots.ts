import { sql } from 'drizzle-orm';
import type { Currency, Money } from '@/lib/kernel/money';
import type { Picture } from '@/lib/media/model';
import type { Executor } from '@/lib/platform/database';
import { uuidArray } from '@/lib/platform/sql-values';
import { daysOnHoliday, sells } from '@/lib/sellers';
import type { TaxCategory } from '@/lib/kernel/tax-category';
import { offerPicture, toPicture, type PictureRow } from './offer-picture';

/** An offer as a basket or an order line needs it: live price and stock, and what it looks like. */
export type OfferSnapshot = {
  readonly offerId: string;
  readonly sellerId: string;
  readonly sellerName: string;
  readonly sellerSlug: string;
  readonly sellerSku: string;
  readonly variantId: string;
  readonly productId: string;
  readonly productSlug: string;
  readonly productRevision: number;
  /** As what it is taxed: the product's own, or its category's. */
  readonly taxCategory: TaxCategory;
  readonly title: string;
  /** The values of the variant's options, e.g. `Sage, M`. */
  readonly variantLabel: string;
  readonly image: Picture | null;
  /** Null when the offer has no price in the currency asked for. */
  readonly price: Money | null;
  /** What can be bought now: zero when the offer, its product or its seller is not selling. */
  readonly available: number;
  /** Offer, product and seller: there may still be none left. */
  readonly isSelling: boolean;
  readonly handlingDays: number;
  /** The seller's own commission, null for the market's. */
  readonly sellerCommissionBasisPoints: number | null;
};

type Row = PictureRow & {
  offer_id: string;
  seller_id: string;
  seller_name: string;
  seller_slug: string;
  seller_sku: string;
  variant_id: string;
  product_id: string;
  product_slug: string;
  live_revision: number;
  tax_category: TaxCategory;
  title: string;
  options: Record<string, string>;
  price_minor: string | null;
  available: number;
  selling: boolean;
  handling_days: number;
  commission_basis_points: number | null;
};

/** Of the offer `o` of the seller `s`, whose parcels took `handled`. */
const HANDLING = sql`coalesce(o.handling_days, handled.max_days, s.handling_days)`;

/**
 * The named offers as they are at this moment, never from a cache, by id; unknown ids are absent. One
 * statement of primary-key look-ups, whatever the size of the catalogue.
 */
export async function getOfferSnapshots(
  db: Executor,
  offerIds: readonly string[],
  shownIn: { readonly currency: Currency; readonly market: string; readonly locale: string },
): Promise<ReadonlyMap<string, OfferSnapshot>> {
  if (offerIds.length === 0) return new Map();
  const rows = await db.execute<Row>(sql`
    select o.id as offer_id, o.seller_id, s.name as seller_name, s.slug as seller_slug, o.seller_sku,
      v.id as variant_id, p.id as product_id, p.slug as product_slug, p.live_revision,
      coalesce(p.tax_category, c.tax_category) as tax_category,
      coalesce(t.title, p.slug) as title, v.options, price.price_minor,
      greatest(coalesce(st.on_hand - st.reserved, 0), 0) as available,
      (o.status = 'active' and ${sells()} and p.status = 'live' and not v.retired) as selling,
      (${HANDLING} + ${daysOnHoliday(HANDLING)})::int as handling_days, s.commission_basis_points,
      picture.*
    from offers o
    join sellers s on s.id = o.seller_id
    join variants v on v.id = o.variant_id
    join products p on p.id = v.product_id
    join categories c on c.id = p.category_id
    left join product_translations t
      on t.product_id = p.id and t.revision = p.live_revision and t.locale = ${shownIn.locale}
    left join offer_prices price
      on price.offer_id = o.id and price.market = ${shownIn.market} and price.currency = ${shownIn.currency}
    left join stock st on st.offer_id = o.id
    left join seller_promises handled on handled.seller_id = s.id and handled.measure = 'handling'
    ${offerPicture}
    where o.id = any(${uuidArray(offerIds)})`);
  return new Map(rows.map((row) => [row.offer_id, toSnapshot(row, shownIn.currency)]));
}

function toSnapshot(row: Row, currency: Currency): OfferSnapshot {
  return {
    offerId: row.offer_id,
    sellerId: row.seller_id,
    sellerName: row.seller_name,
    sellerSlug: row.seller_slug,
    sellerSku: row.seller_sku,
    variantId: row.variant_id,
    productId: row.product_id,
    productSlug: row.product_slug,
    productRevision: row.live_revision,
    taxCategory: row.tax_category,
    title: row.title,
    variantLabel: Object.values(row.options).join(', '),
    image: toPicture(row),
    price: row.price_minor === null ? null : { amountMinor: Number(row.price_minor), currency },
    isSelling: row.selling,
    available: row.selling && row.price_minor !== null ? row.available : 0,
    handlingDays: row.handling_days,
    sellerCommissionBasisPoints: row.commission_basis_points,
  };
}
