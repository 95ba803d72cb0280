import { sql, type SQL } from 'drizzle-orm';
import type { Transaction } from '@/lib/platform/database';
import { EVERYTHING } from '../everything';

/** Further apart than any price in minor units or Unix time in milliseconds reaches. */
const RANK_STEP = 10_000_000_000_000;
/** Stars are averaged with this many of this rating, so that one five-star review does not beat a hundred. */
const PRIOR_RATINGS = 5;
const PRIOR_STARS = 3.5;
const FRACTION = 1_000_000;

/** `listing_categories`: a listing's place in every category above it and in the whole shop, by every sort. */
export async function projectCategories(tx: Transaction, ids: SQL): Promise<void> {
  await tx.execute(sql`
    with ranked as (
      select l.product_id, l.category_id, l.popularity, l.published_at, l.rating_count, l.rating_sum,
        price.currency, coalesce(price.price_minor, 0) as price_minor,
        ${RANK_STEP}::bigint * case price.availability
          when 'unavailable' then 2 when 'out_of_stock' then 1 else 0 end as rank
      from listings l
      cross join lateral (select * from listing_prices where product_id = l.product_id offset 0) price
      where l.product_id = any(${ids})
    ),
    kept as (
      select product_id, ancestor as category_id, currency,
        rank - (${FRACTION} * popularity)::bigint as popular_key,
        rank - (extract(epoch from published_at) * 1000)::bigint as newest_key,
        rank + price_minor as price_up_key,
        rank - price_minor as price_down_key,
        rank - (${FRACTION} * (rating_sum + ${PRIOR_STARS * PRIOR_RATINGS}::float8)
          / (rating_count + ${PRIOR_RATINGS}))::bigint as rating_key
      from ranked join categories c on c.id = ranked.category_id
      cross join lateral unnest(c.lineage || ${EVERYTHING}::uuid) as ancestor
    ),
    removed as (
      delete from listing_categories x where x.product_id = any(${ids}) and not exists (
        select 1 from kept where kept.product_id = x.product_id
          and kept.category_id = x.category_id and kept.currency = x.currency)
    )
    insert into listing_categories as x (product_id, category_id, currency,
      popular_key, newest_key, price_up_key, price_down_key, rating_key)
    select * from kept
    on conflict (product_id, category_id, currency) do update set popular_key = excluded.popular_key,
      newest_key = excluded.newest_key, price_up_key = excluded.price_up_key,
      price_down_key = excluded.price_down_key, rating_key = excluded.rating_key
    where (x.*) is distinct from (excluded.*)`);
}
