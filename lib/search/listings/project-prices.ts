import { sql, type SQL } from 'drizzle-orm';
import { FEW_LEFT } from '@/lib/inventory/model';
import type { Transaction } from '@/lib/platform/database';

/**
 * `listing_prices`: what a card says in a currency. The price is that of the cheapest choice that can be
 * bought (of any choice, when none can), and what is left is counted over all choices.
 */
export async function projectPrices(tx: Transaction, ids: SQL): Promise<void> {
  await tx.execute(sql`
    with choice as materialized (
      select v.*, bool_or(v.available > 0) over product as buyable
      from listing_variants v where v.product_id = any(${ids})
      window product as (partition by v.product_id, v.currency)
    ),
    summary as (
      select product_id, currency, sum(available) as available, sum(offer_count) as offers,
        count(distinct price_minor) filter (where (available > 0) = buyable) > 1 as varies,
        max(coalesce(sale_ends_at, 'infinity')) filter (where compare_at_minor > price_minor) as on_sale_until
      from choice group by product_id, currency
    ),
    facets as (
      select product_id, currency, array_agg(distinct facet) as ids
      from choice cross join lateral unnest(choice.facets) as facet group by product_id, currency
    ),
    cheapest as (
      select distinct on (product_id, currency) * from choice
      where price_minor is not null and (available > 0) = buyable
      order by product_id, currency, price_minor, variant_id
    ),
    kept as (
      select s.product_id, s.currency, c.price_minor, s.varies as price_varies, c.compare_at_minor,
        c.sale_ends_at, coalesce(c.delivery_minor = 0, false) as free_delivery,
        case when c.price_minor is null then 'unavailable' when s.available = 0 then 'out_of_stock'
          when s.available <= ${FEW_LEFT} then 'few_left' else 'in_stock' end as availability,
        case when s.available between 1 and ${FEW_LEFT} then s.available end as stock_left,
        sellers.name as seller_name, s.offers as offer_count, coalesce(f.ids, '{}') as facets, s.on_sale_until,
        l.rating_count, l.rating_sum
      from summary s
      cross join lateral (
        select rating_count, rating_sum from listings where product_id = s.product_id offset 0
      ) l
      left join facets f on f.product_id = s.product_id and f.currency = s.currency
      left join cheapest c on c.product_id = s.product_id and c.currency = s.currency
      left join sellers on sellers.id = c.seller_id
    ),
    removed as (
      delete from listing_prices x where x.product_id = any(${ids}) and not exists (
        select 1 from kept where kept.product_id = x.product_id and kept.currency = x.currency)
    )
    insert into listing_prices as x (product_id, currency, price_minor, price_varies, compare_at_minor,
      sale_ends_at, free_delivery, availability, stock_left, seller_name, offer_count, facets, on_sale_until, rating_count,
      rating_sum)
    select * from kept
    on conflict (product_id, currency) do update set price_minor = excluded.price_minor,
      price_varies = excluded.price_varies, compare_at_minor = excluded.compare_at_minor,
      sale_ends_at = excluded.sale_ends_at, free_delivery = excluded.free_delivery,
      availability = excluded.availability, stock_left = excluded.stock_left,
      seller_name = excluded.seller_name, offer_count = excluded.offer_count,
      facets = excluded.facets, on_sale_until = excluded.on_sale_until,
      rating_count = excluded.rating_count, rating_sum = excluded.rating_sum
    where (x.*) is distinct from (excluded.*)`);
}
