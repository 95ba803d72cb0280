import { sql } from 'drizzle-orm';
import type { ListingCard } from '@/lib/catalog/model';
import { parsePublicId } from '@/lib/kernel/ids';
import type { ShownIn } from '@/lib/kernel/market';
import type { Executor } from '@/lib/platform/database';
import { EVERYTHING } from './everything';
import { loadCards, toCard } from './load-cards';
import { ON_SALE } from './postgres/matching';

const SHELF = 12;
/** Neighbours looked at for the most alike ones. */
const NEIGHBOURS = 400;

export type HomeShelves = {
  /** Reduced and in stock, the sale that ends first in front. */
  readonly deals: readonly ListingCard[];
  readonly popular: readonly ListingCard[];
  readonly newest: readonly ListingCard[];
};

export async function listHomeShelves(db: Executor, shownIn: ShownIn): Promise<HomeShelves> {
  const [deals, popular, newest] = await Promise.all([
    listDeals(db, shownIn),
    listFirst(db, sql`popular_key`, shownIn),
    listFirst(db, sql`newest_key`, shownIn),
  ]);
  return { deals, popular, newest };
}

async function listFirst(
  db: Executor,
  key: ReturnType<typeof sql>,
  shownIn: ShownIn,
): Promise<ListingCard[]> {
  return cardsOf(
    db,
    sql`select product_id, ${key} as key from listing_categories
      where category_id = ${EVERYTHING}::uuid and currency = ${shownIn.currency}
      order by ${key}, product_id limit ${SHELF}`,
    shownIn,
  );
}

async function listDeals(db: Executor, shownIn: ShownIn): Promise<ListingCard[]> {
  return cardsOf(
    db,
    sql`select product_id, (extract(epoch from coalesce(min(v.sale_ends_at), 'infinity'::timestamptz)) * 1000) as key
      from listing_variants v
      where v.currency = ${shownIn.currency} and v.available > 0 and ${ON_SALE}
      group by product_id order by key, product_id limit ${SHELF}`,
    shownIn,
  );
}

/**
 * Products like this one: of its category, most facet values in common first, then the most wanted. Looks
 * at the most popular of the category only, so that it costs the same in any.
 */
export async function listAlike(
  db: Executor,
  publicProductId: string,
  shownIn: ShownIn,
): Promise<ListingCard[]> {
  const productId = parsePublicId('prd', publicProductId);
  if (productId === null) return [];
  return cardsOf(
    db,
    sql`
      with self as materialized (
        select l.category_id, array(
          select distinct unnest(v.facets) from listing_variants v
          where v.product_id = l.product_id and v.currency = ${shownIn.currency}) as facets
        from listings l where l.product_id = ${productId}::uuid
      ),
      neighbour as materialized (
        select place.product_id, place.popular_key from self
        cross join lateral (
          select product_id, popular_key from listing_categories
          where category_id = self.category_id and currency = ${shownIn.currency}
          order by popular_key, product_id limit ${NEIGHBOURS}
        ) place where place.product_id <> ${productId}::uuid
      )
      select product_id, row_number() over (order by common desc, popular_key, product_id) as key
      from (
        select neighbour.product_id, neighbour.popular_key, count(distinct facet) as common
        from neighbour
        join listing_variants v on v.product_id = neighbour.product_id and v.currency = ${shownIn.currency}
        cross join lateral unnest(v.facets) as facet
        where facet = any((select facets from self)::int[])
        group by 1, 2
      ) compared order by key limit ${SHELF}`,
    shownIn,
  );
}

async function cardsOf(
  db: Executor,
  found: ReturnType<typeof sql>,
  shownIn: ShownIn,
): Promise<ListingCard[]> {
  const rows = await loadCards(db, found, shownIn);
  return rows.map((row) => toCard(row, shownIn.currency));
}
