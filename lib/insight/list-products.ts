import { sql, type SQL } from 'drizzle-orm';
import type { Currency } from '@/lib/kernel/money';
import type { Executor } from '@/lib/platform/database';
import type { ProductInsight } from './model';
import { periodBefore, type Period } from './period';

type Asked = {
  readonly period: Period;
  /** Sales in others are left out. */
  readonly currency: Currency;
  readonly locale: string;
  readonly limit?: number | null;
};

/**
 * What sold for most, what was looked at most often while there was none of it, or everything that was looked at or
 * sold; all of it without a limit.
 */
export async function listProducts(
  db: Executor,
  sellerId: string,
  which: 'sold_best' | 'missed' | 'all',
  { period, currency, locale, limit = null }: Asked,
): Promise<ProductInsight[]> {
  const seller = sql`seller_id = ${sellerId}`;
  const during = ({ from, until }: Period) => sql`day between ${from}::date and ${until}::date`;
  const sold = sql`${seller} and currency = ${currency} and ${during(period)}`;
  const seen = sql`${seller} and ${during(period)}`;
  // Summed as floats, which are exact below 2^53 and take a third of the memory: 50,000 products stay within work_mem.
  const chosen: Readonly<Record<typeof which, SQL>> = {
    sold_best: sql`select product_id, sum(sales_minor::float8) as weight from product_sales_days where ${sold} group by 1`,
    missed: sql`select product_id, sum(sold_out) as weight from product_traffic_days
      where ${seen} and sold_out > 0 group by 1`,
    all: sql`select product_id, sum(weight) as weight from (
        select product_id, sales_minor::float8 as weight from product_sales_days where ${sold}
        union all select product_id, 0 from product_traffic_days where ${seen}
      ) either group by 1`,
  };
  // A number the planner sees: else it prepares for a tenth of all products.
  const first = limit === null ? sql`` : sql.raw(`limit ${limit}`);
  const rows = await db.execute<Omit<ProductInsight, 'sales'> & { sales: number }>(sql`
    select c.product_id as "productId", p.slug, coalesce(here.title, any_title.title, p.slug) as title,
      units, sales, "unitsBefore", viewed, "inBuyBox", "soldOut"
    from (${chosen[which]} order by weight desc, product_id ${first}) c
    cross join lateral (
      select coalesce(sum(units), 0)::int as units, coalesce(sum(sales_minor), 0)::float8 as sales
      from product_sales_days where product_id = c.product_id and ${sold}
    ) now
    cross join lateral (
      select coalesce(sum(units), 0)::int as "unitsBefore" from product_sales_days
      where product_id = c.product_id and currency = ${currency} and ${seller} and ${during(periodBefore(period))}
    ) before
    cross join lateral (
      select coalesce(sum(viewed), 0)::int as viewed, coalesce(sum(in_buy_box), 0)::int as "inBuyBox",
        coalesce(sum(sold_out), 0)::int as "soldOut"
      from product_traffic_days where product_id = c.product_id and ${seen}
    ) traffic
    join products p on p.id = c.product_id
    left join product_translations here
      on here.product_id = p.id and here.revision = p.live_revision and here.locale = ${locale}
    left join lateral (
      select title from product_translations t where t.product_id = p.id and t.revision = p.live_revision
      order by locale limit 1
    ) any_title on true
    order by c.weight desc, c.product_id`);
  return rows.map(({ sales, ...product }) => ({ ...product, sales: { amountMinor: sales, currency } }));
}
