import { sql } from 'drizzle-orm';
import { groupBy } from '@/lib/kernel/group-by';
import { publicId } from '@/lib/kernel/ids';
import { DEFAULT_MARKET, type ShownIn } from '@/lib/kernel/market';
import type { Currency } from '@/lib/kernel/money';
import { summarizeRating } from '@/lib/kernel/rating';
import { stockBucket } from '@/lib/inventory/model';
import type { Executor } from '@/lib/platform/database';
import { daysOnHoliday, reaches, sells } from '@/lib/sellers';
import { rankOffers, type BuyBoxOffer } from './buy-box';
import { dealOf } from './deal';
import type { Condition, Offer } from './model';

type OfferRow = {
  variant_id: string;
  offer_id: string;
  condition: Condition;
  price_minor: number;
  compare_at_minor: number | null;
  sale_ends_at: string | null;
  available: number;
  handling_days: number;
  seller_name: string;
  seller_slug: string;
  return_days: number;
  rating_count: number;
  rating_sum: number;
  delivery_minor: number | null;
  min_days: number | null;
  max_days: number | null;
};

type RankedRow = OfferRow & BuyBoxOffer;

/** Of the offer `o` of the seller `s`, whose parcels took `handled`. */
const HANDLING = sql`coalesce(o.handling_days, handled.max_days, s.handling_days)`;

/**
 * Everything that can be bought of a product, by variant id, each variant's buy box first. Read from the
 * tables of record: what it says is true now.
 */
export async function readOffers(
  db: Executor,
  productId: string,
  shownIn: ShownIn,
): Promise<ReadonlyMap<string, readonly Offer[]>> {
  const rows = await db.execute<OfferRow>(sql`
    select o.variant_id, o.id as offer_id, o.condition, price.price_minor::float8 as price_minor,
      price.compare_at_minor::float8 as compare_at_minor, price.sale_ends_at::text as sale_ends_at,
      greatest(coalesce(st.on_hand - st.reserved, 0), 0) as available,
      (${HANDLING} + ${daysOnHoliday(HANDLING)})::int as handling_days,
      s.name as seller_name, s.slug as seller_slug, s.return_days,
      rated.count as rating_count, rated.sum as rating_sum,
      delivery.price_minor::float8 as delivery_minor, delivery.min_days, delivery.max_days
    from variants v
    join products p on p.id = v.product_id and p.status = 'live'
    join offers o on o.variant_id = v.id and o.status = 'active'
    join sellers s on s.id = o.seller_id and ${sells()}
    join offer_prices price
      on price.offer_id = o.id and price.market = ${shownIn.market} and price.currency = ${shownIn.currency}
    left join stock st on st.offer_id = o.id
    left join seller_promises handled on handled.seller_id = s.id and handled.measure = 'handling'
    cross join lateral (
      select count(*)::int as count, coalesce(sum(rating), 0)::int as sum from seller_reviews
      where seller_id = s.id and status = 'published'
    ) rated
    left join lateral (
      select case when d.free_from_minor <= price.price_minor then 0 else d.price_minor end as price_minor,
        coalesce(learned.min_days, d.min_days) as min_days, coalesce(learned.max_days, d.max_days) as max_days
      from delivery_options d
      left join seller_promises learned on learned.seller_id = d.seller_id and learned.measure = d.code
      where d.seller_id = s.id and d.currency = ${shownIn.currency} and ${reaches(DEFAULT_MARKET.country)}
      order by 1, 3 limit 1
    ) delivery on true
    where v.product_id = ${productId}::uuid and not v.retired`);
  const byVariant = groupBy(rows.map(toRanked), (row) => row.variant_id);
  return new Map(
    [...byVariant].map(([variantId, offers]) => [
      variantId,
      rankOffers(offers).map((row) => toOffer(row, shownIn.currency)),
    ]),
  );
}

function toRanked(row: OfferRow): RankedRow {
  return {
    ...row,
    offerId: row.offer_id,
    priceMinor: row.price_minor,
    deliveryMinor: row.delivery_minor ?? 0,
    sellerRating: row.rating_count === 0 ? 0 : row.rating_sum / row.rating_count,
    handlingDays: row.handling_days,
  };
}

function toOffer(row: RankedRow, currency: Currency): Offer {
  const availability = stockBucket(row.available);
  const { compareAt, deal } = dealOf(row.price_minor, row.compare_at_minor, row.sale_ends_at, currency);
  return {
    offerId: publicId('off', row.offer_id),
    seller: {
      name: row.seller_name,
      slug: row.seller_slug,
      rating: summarizeRating(row.rating_count, row.rating_sum),
    },
    price: { amountMinor: row.price_minor, currency },
    compareAt,
    deal,
    condition: row.condition,
    availability,
    stockLeft: availability === 'few_left' ? row.available : null,
    delivery: { amountMinor: row.deliveryMinor, currency },
    deliveryDays: {
      min: row.handling_days + (row.min_days ?? 0),
      max: row.handling_days + (row.max_days ?? 0),
    },
    returnDays: row.return_days,
  };
}
