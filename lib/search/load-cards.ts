import { sql, type SQL } from 'drizzle-orm';
import { dealOf } from '@/lib/catalog';
import type { ListingCard, Swatch } from '@/lib/catalog/model';
import { publicId } from '@/lib/kernel/ids';
import type { ShownIn } from '@/lib/kernel/market';
import type { Currency } from '@/lib/kernel/money';
import { summarizeRating } from '@/lib/kernel/rating';
import { toPicture, type StoredPicture } from '@/lib/media/model';
import type { Executor } from '@/lib/platform/database';

/** One row of the card columns; `key` is the sort key it was found by. */
export type CardRow = {
  product_id: string;
  key: number;
  slug: string;
  title: string;
  brand: string | null;
  image: StoredPicture | null;
  swatches: Swatch[];
  swatch_count: number;
  rating_count: number;
  rating_sum: number;
  price_minor: number | null;
  price_varies: boolean;
  compare_at_minor: number | null;
  sale_ends_at: string | null;
  free_delivery: boolean;
  availability: ListingCard['availability'];
  stock_left: number | null;
  seller_name: string | null;
  offer_count: number;
};

/**
 * Completes `found (product_id, key)`, a query of at most a page of rows, with everything cards show: three
 * look-ups by primary key for each.
 */
export async function loadCards(db: Executor, found: SQL, shownIn: ShownIn): Promise<readonly CardRow[]> {
  return db.execute<CardRow>(sql`
    with found as materialized (${found})
    select found.product_id, found.key::float8 as key, l.slug, text.title, l.brand, l.image, l.swatches,
      l.swatch_count, l.rating_count, l.rating_sum, price.price_minor::float8 as price_minor,
      coalesce(price.price_varies, false) as price_varies,
      price.compare_at_minor::float8 as compare_at_minor, price.sale_ends_at::text as sale_ends_at,
      coalesce(price.free_delivery, false) as free_delivery,
      coalesce(price.availability, 'unavailable') as availability, price.stock_left,
      price.seller_name, coalesce(price.offer_count, 0) as offer_count
    from found
    join listings l on l.product_id = found.product_id
    cross join lateral (
      select title from listing_texts x where x.product_id = found.product_id
      order by x.locale = ${shownIn.locale} desc, x.locale limit 1
    ) text
    left join listing_prices price
      on price.product_id = found.product_id and price.currency = ${shownIn.currency}
    order by found.key, found.product_id`);
}

export function toCard(row: CardRow, currency: Currency): ListingCard {
  const priced = row.price_minor === null ? null : { amountMinor: row.price_minor, currency };
  const { compareAt, deal } = dealOf(
    row.price_minor ?? 0,
    row.price_minor === null ? null : row.compare_at_minor,
    row.sale_ends_at,
    currency,
  );
  return {
    productId: publicId('prd', row.product_id),
    slug: row.slug,
    title: row.title,
    brand: row.brand,
    image: row.image && toPicture(row.image),
    price: priced,
    priceVaries: row.price_varies,
    compareAt,
    deal,
    rating: summarizeRating(row.rating_count, row.rating_sum),
    availability: row.availability,
    stockLeft: row.stock_left,
    freeDelivery: row.free_delivery,
    sellerName: row.seller_name,
    offerCount: row.offer_count,
    swatches: row.swatches,
    swatchCount: row.swatch_count,
  };
}
