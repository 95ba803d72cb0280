import { sql, type SQL } from 'drizzle-orm';
import type { ShownIn } from '@/lib/kernel/market';
import type { Executor } from '@/lib/platform/database';
import { jsonRows } from '@/lib/platform/sql-values';
import type { PriceBucket } from '../model';
import { IN_STOCK, matchedIds, ON_SALE, variantConditions } from './matching';
import type { Question } from './question';

/** More matches than this are not counted: nobody reads the difference, and counting would cost it. */
export const COUNTED = 10_000;
/** Of longer lists this many are looked at, and counts are estimates for the first `COUNTED`. */
const SAMPLED = 500;

const PRICE_BUCKETS = 20;
/** Values of one facet worth showing, besides the chosen ones. */
const VALUES_SHOWN = 24;

export type ValueCount = { readonly key: string; readonly value: string; readonly count: number };

export type Counts = {
  /** Up to one more than `COUNTED`. */
  readonly total: number;
  readonly values: readonly ValueCount[];
  /** Ascending and adjacent; empty when nothing has a price. */
  readonly prices: readonly PriceBucket[];
  /** How many have at least 4, 3, 2, 1 stars. */
  readonly stars: readonly [number, number, number, number];
  readonly inStock: number;
  readonly onSale: number;
};

type Row = {
  total: number;
  values: ValueCount[] | null;
  edges: number[] | null;
  histogram: Record<string, number> | null;
  stars: [number, number, number, number];
  in_stock: number;
  on_sale: number;
};

/**
 * What the answers to a question have in common, in one statement: products per value of the facets named,
 * prices, stars, stock. A product is counted for a value when one of its variants that meets all
 * conditions has it. Above `COUNTED` matches the counts are estimated from the most popular ones.
 */
export async function countFacets(
  db: Executor,
  question: Question,
  keys: readonly string[],
  shownIn: ShownIn,
): Promise<Counts> {
  const [row] = await db.execute<Row>(sql`
    with matched as materialized (
      ${matchedIds(question, shownIn)} limit ${COUNTED + 1}
    ),
    sample as materialized (
      select product_id from matched limit (
        select case when count(*) > ${COUNTED} then ${SAMPLED}::int else ${COUNTED}::int end from matched)
    ),
    product as materialized (${countedProducts(question, shownIn)}),
    ${valueCounts(keys, question)},
    ${priceCounts()}
    select (select count(*)::int from matched) as total,
      (select jsonb_agg(jsonb_build_object('key', key, 'value', value, 'count', count) order by place)
        from shown) as values,
      (select edges from scale) as edges,
      (select jsonb_object_agg(bucket, count) from histogram) as histogram,
      (select jsonb_build_array(
          count(*) filter (where rating_sum >= 4 * rating_count),
          count(*) filter (where rating_sum >= 3 * rating_count),
          count(*) filter (where rating_sum >= 2 * rating_count), count(*))
        from product where rating_count > 0) as stars,
      (select count(*)::int from product where in_stock) as in_stock,
      (select count(*)::int from product where on_sale) as on_sale`);
  if (!row) throw new Error('A statement of aggregates answered without a row');
  const times = row.total > COUNTED ? COUNTED / SAMPLED : 1;
  const [four, three, two, one] = row.stars;
  return {
    total: row.total,
    values: (row.values ?? []).map((value) => ({ ...value, count: value.count * times })),
    prices: toBuckets(row.edges, row.histogram ?? {}).map((bucket) => ({
      ...bucket,
      count: bucket.count * times,
    })),
    stars: [four * times, three * times, two * times, one * times],
    inStock: row.in_stock * times,
    onSale: row.on_sale * times,
  };
}

/**
 * `product (product_id, facets, price_minor, in_stock, on_sale, rating_count, rating_sum)` of what matched: as a whole, or of those
 * variants that meet the question's conditions where it has some.
 */
function countedProducts(question: Question, { currency }: ShownIn): SQL {
  const conditions = variantConditions(question);
  if (conditions.length === 0) {
    return sql`
      select price.product_id, price.facets, price.price_minor,
        price.availability in ('in_stock', 'few_left') as in_stock, price.on_sale_until > now() as on_sale, price.rating_count, price.rating_sum
      from sample join listing_prices price
        on price.product_id = sample.product_id and price.currency = ${currency}`;
  }
  // Most products have one variant that matches; only those with several have facets to bring together.
  return sql`
    with variant as materialized (
      select v.product_id, v.facets, v.price_minor, coalesce(${IN_STOCK}, false) as in_stock,
        coalesce(${ON_SALE}, false) as on_sale, count(*) over (partition by v.product_id) as siblings
      from sample join listing_variants v on v.product_id = sample.product_id and v.currency = ${currency}
      where ${sql.join(conditions, sql` and `)}
    ),
    together as (
      select product_id, facets, price_minor, in_stock, on_sale from variant where siblings = 1
      union all
      select product_id, array_agg(distinct facet), min(price_minor), bool_or(in_stock), bool_or(on_sale)
      from variant cross join lateral unnest(facets) as facet where siblings > 1 group by product_id
    )
    select together.*, price.rating_count, price.rating_sum
    from together join listing_prices price
      on price.product_id = together.product_id and price.currency = ${currency}`;
}

/** `shown (key, value, count, place)`: the most frequent values of each key, and the chosen ones. */
function valueCounts(keys: readonly string[], { groups }: Question): SQL {
  const chosen = groups.flatMap(({ ids }) => ids);
  return sql`
    counted as (
      select facet_id, count(*)::int as count
      from (select unnest(facets) as facet_id from product) each group by facet_id
    ),
    placed as (
      select f.id, f.key, f.value, counted.count,
        row_number() over (partition by f.key order by counted.count desc, f.value) as place
      from counted join facet_values f on f.id = counted.facet_id
      where f.key in (select jsonb_array_elements_text(${jsonRows(keys)}))
    ),
    shown as (
      select key, value, count, place from placed
      where place <= ${VALUES_SHOWN} or id in (select jsonb_array_elements_text(${jsonRows(chosen)})::int)
    )`;
}

/**
 * `histogram (bucket, count)` over `scale (edges)`: steps of equal proportion, since prices differ by factors
 * and not by amounts.
 */
function priceCounts(): SQL {
  return sql`
    scale as materialized (
      select array(
        select distinct round(low * (high::float8 / low) ^ (step::float8 / ${PRICE_BUCKETS}))::bigint as edge
        from generate_series(0, ${PRICE_BUCKETS}) as step order by edge
      ) as edges
      from (
        select min(price_minor) as low, max(price_minor) + 1 as high from product having count(price_minor) > 0
      ) range
    ),
    histogram as (
      select width_bucket(price_minor, (select edges from scale)) as bucket, count(*) as count
      from product where price_minor is not null group by 1
    )`;
}

function toBuckets(
  edges: readonly number[] | null,
  histogram: Readonly<Record<string, number>>,
): PriceBucket[] {
  if (!edges) return [];
  return edges.slice(0, -1).map((edge, index) => ({
    fromMinor: edge,
    toMinor: edges[index + 1] ?? edge,
    count: histogram[String(index + 1)] ?? 0,
  }));
}
