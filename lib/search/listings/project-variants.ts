import { sql, type SQL } from 'drizzle-orm';
import { DEFAULT_MARKET, MARKETS } from '@/lib/kernel/market';
import type { Transaction } from '@/lib/platform/database';
import { reaches, sells } from '@/lib/sellers';
import { attributeDefinitions } from './attribute-definitions';

/** Longer values cannot be asked for in an address. */
const MAX_FACET_VALUE = 80;

/**
 * `listing_variants`: each choice of a product in each currency it is sold in (and in the default market's,
 * sold or not), with its buy box by the rule of `lib/catalog/buy-box.ts` and the ids of its facet values. Values
 * not seen before are added in one order, so that concurrent batches cannot deadlock on them.
 */
export async function projectVariants(tx: Transaction, ids: SQL): Promise<void> {
  await tx.execute(sql`
    with batch as materialized (
      select v.id as variant_id, p.id as product_id, p.category_id, p.brand_id, c.lineage,
        r.attributes || v.options as attributes
      from products p
      join categories c on c.id = p.category_id
      join product_revisions r on r.product_id = p.id and r.revision = p.live_revision
      cross join lateral (select id, options from variants where product_id = p.id and not retired offset 0) v
      where p.id = any(${ids}) and p.status = 'live'
    ),
    ${attributeDefinitions(sql`select category_id from batch`)},
    ${offered()},
    ${facetsOfBatch()},
    shown as (
      select variant_id, product_id, ${DEFAULT_MARKET.currency} as currency from batch
      union
      select variant_id, product_id, currency from offered
    ),
    kept as (
      select shown.variant_id, shown.currency, shown.product_id,
coalesce(shared.ids, '{}') || coalesce(local.ids, '{}') as facets,
        box.offer_id, box.seller_id, box.price_minor, box.compare_at_minor, box.sale_ends_at,
        box.delivery_minor, coalesce(box.available, 0) as available, coalesce(box.offers, 0) as offer_count
      from shown
      left join offered box
        on box.variant_id = shown.variant_id and box.currency = shown.currency and box.place = 1
      left join facets_of shared on shared.variant_id = shown.variant_id and shared.currency is null
      left join facets_of local on local.variant_id = shown.variant_id and local.currency = shown.currency
    ),
    removed as (
      delete from listing_variants x where x.product_id = any(${ids}) and not exists (
        select 1 from kept where kept.variant_id = x.variant_id and kept.currency = x.currency)
    )
    insert into listing_variants as x (variant_id, currency, product_id, facets, offer_id, seller_id,
      price_minor, compare_at_minor, sale_ends_at, delivery_minor, available, offer_count)
    select * from kept
    on conflict (variant_id, currency) do update set product_id = excluded.product_id,
      facets = excluded.facets, offer_id = excluded.offer_id, seller_id = excluded.seller_id,
      price_minor = excluded.price_minor, compare_at_minor = excluded.compare_at_minor,
      sale_ends_at = excluded.sale_ends_at, delivery_minor = excluded.delivery_minor,
      available = excluded.available, offer_count = excluded.offer_count
    where (x.*) is distinct from (excluded.*)`);
}

/** Every offer that counts, with its place in the order of the buy box rule. */
function offered(): SQL {
  const markets = sql.join(
    MARKETS.map(({ code, currency }) => sql`(${code}, ${currency})`),
    sql`, `,
  );
  return sql`
    candidate as materialized (
      select batch.variant_id, batch.product_id, offer.* from batch
      cross join lateral (
        select o.id as offer_id, o.seller_id, s.slug as seller_slug, o.condition,
          coalesce(o.handling_days, handled.max_days, s.handling_days) as handling_days,
          price.currency, price.price_minor, price.compare_at_minor, price.sale_ends_at,
          greatest(coalesce(st.on_hand - st.reserved, 0), 0) as available
        from (select * from offers where variant_id = batch.variant_id and status = 'active' offset 0) o
        join sellers s on s.id = o.seller_id and ${sells()}
        join offer_prices price
          on price.offer_id = o.id and (price.market, price.currency) in (${markets})
        left join stock st on st.offer_id = o.id
        left join seller_promises handled on handled.seller_id = s.id and handled.measure = 'handling'
        offset 0
      ) offer
    ),
    seller_rating as materialized (
      select seller_id, sum(rating)::float8 / count(*) as stars from seller_reviews
      where status = 'published' and seller_id in (select seller_id from candidate) group by seller_id
    ),
    offered as materialized (
      select candidate.*, delivery.price_minor as delivery_minor,
        count(*) over (partition by variant_id, candidate.currency) as offers,
        row_number() over (
          partition by variant_id, candidate.currency
          order by (available > 0) desc, condition, candidate.price_minor + delivery.price_minor,
            coalesce(stars, 0) desc, handling_days, offer_id
        ) as place
      from candidate
      left join seller_rating on seller_rating.seller_id = candidate.seller_id
      cross join lateral (
        select coalesce(min(case when d.free_from_minor <= candidate.price_minor then 0 else d.price_minor end), 0)
          as price_minor
        from delivery_options d
        where d.seller_id = candidate.seller_id and d.currency = candidate.currency
          and ${reaches(DEFAULT_MARKET.country)}
      ) delivery
    )`;
}

/** `facets_of (variant_id, currency, ids)`; currency is null where it makes no difference. */
function facetsOfBatch(): SQL {
  return sql`
    said as materialized (
      select variant_id, null::text as currency, said.key, said.value
      from batch
      join definitions d on d.category_id = batch.category_id and d.facet
      cross join lateral (select d.key, attributes->>d.key as value) said
      where length(said.value) between 1 and ${MAX_FACET_VALUE}
      union all
      select variant_id, null, 'brand', brands.slug from batch join brands on brands.id = batch.brand_id
      union all
      select variant_id, null, 'category', ancestor::text from batch cross join lateral unnest(lineage) ancestor
      union all
      select distinct variant_id, currency, 'seller', seller_slug from offered
    ),
    wanted as materialized (select distinct key, value from said),
    known as materialized (
      select f.id, f.key, f.value from wanted join facet_values f on f.key = wanted.key and f.value = wanted.value
    ),
    added as (
      insert into facet_values (key, value)
      select key, value from wanted
      where not exists (select 1 from known where known.key = wanted.key and known.value = wanted.value)
      order by key, value
      on conflict (key, value) do update set value = excluded.value
      returning id, key, value
    ),
    facets_of as materialized (
      select said.variant_id, said.currency, array_agg(f.id order by f.id) as ids
      from said join (select * from known union all select * from added) f
        on f.key = said.key and f.value = said.value
      group by said.variant_id, said.currency
    )`;
}
