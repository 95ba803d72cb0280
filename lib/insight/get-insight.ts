import { sql } from 'drizzle-orm';
import { DEFAULT_MARKET } from '@/lib/kernel/market';
import type { Currency } from '@/lib/kernel/money';
import type { Executor } from '@/lib/platform/database';
import {
  NOTHING,
  type CountedDay,
  type CountedPeriod,
  type FoundBy,
  type Insight,
  type SoldProduct,
} from './model';
import { daysOf, periodBefore, type Period } from './period';

const MOST_LISTED = 10;

/** What a seller sold in a period and the one before it, day by day, and with what. Reads sums by day only. */
export async function getInsight(
  db: Executor,
  sellerId: string,
  { period, locale }: { readonly period: Period; readonly locale: string },
): Promise<Insight> {
  const [counted, terms] = await Promise.all([
    countPeriod(db, sellerId, period),
    listTerms(db, sellerId, period),
  ]);
  const products = await listSoldProducts(db, { sellerId, period, locale, currency: counted.currency });
  return { ...counted, products, terms };
}

/** The days alone. */
export async function countPeriod(db: Executor, sellerId: string, period: Period): Promise<CountedPeriod> {
  const [currency = DEFAULT_MARKET.currency, ...otherCurrencies] = await listCurrencies(db, sellerId, period);
  const counted = await countDays(db, { sellerId, period, currency });
  const dayBy = new Map(counted.map((day) => [day.day, day]));
  const filled = (days: readonly string[]) => days.map((day) => dayBy.get(day) ?? { ...NOTHING, day });
  return {
    ...{ period, currency, otherCurrencies },
    days: filled(daysOf(period)),
    daysBefore: filled(daysOf(periodBefore(period))),
  };
}

type Asked = {
  readonly sellerId: string;
  readonly period: Period;
  readonly currency: Currency;
};

/** What was sold in, most orders first. */
async function listCurrencies(db: Executor, sellerId: string, { from, until }: Period): Promise<Currency[]> {
  const rows = await db.execute<{ currency: Currency }>(sql`
    select currency from sales_days
    where seller_id = ${sellerId} and day between ${from}::date and ${until}::date
    group by currency order by sum(orders) desc, currency`);
  return rows.map(({ currency }) => currency);
}

/** Money is of the one currency, all other counts of every order. */
async function countDays(db: Executor, { sellerId, period, currency }: Asked): Promise<CountedDay[]> {
  const both = sql`seller_id = ${sellerId}
    and day between ${periodBefore(period).from}::date and ${period.until}::date`;
  const rows = await db.execute<CountedDay>(sql`
    select day::text as day, coalesce(shown, 0) as shown, coalesce(viewed, 0) as viewed,
      coalesce(in_buy_box, 0) as "inBuyBox", coalesce(sold_out, 0) as "soldOut", coalesce(carted, 0) as carted,
      coalesce(s.orders, 0) as orders, coalesce(s.units, 0) as units, coalesce(s.sales, 0)::float8 as "salesMinor",
      coalesce(s.cancelled_units, 0) as "cancelledUnits", coalesce(s.returned_units, 0) as "returnedUnits",
      coalesce(s.late_orders, 0) as "lateOrders", coalesce(s.cancelled_orders, 0) as "cancelledOrders",
      coalesce(s.disputed_orders, 0) as "disputedOrders"
    from (select * from traffic_days where ${both}) t
    full join (
      select day, sum(orders)::int as orders, sum(units)::int as units,
        sum(sales_minor) filter (where currency = ${currency}) as sales,
        sum(cancelled_units)::int as cancelled_units, sum(returned_units)::int as returned_units,
        sum(late_orders)::int as late_orders, sum(cancelled_orders)::int as cancelled_orders,
        sum(disputed_orders)::int as disputed_orders
      from sales_days where ${both} group by day
    ) s using (day)`);
  return [...rows];
}

async function listSoldProducts(
  db: Executor,
  { sellerId, period, currency, locale }: Asked & { readonly locale: string },
): Promise<SoldProduct[]> {
  const before = periodBefore(period);
  const rows = await db.execute<Omit<SoldProduct, 'sales'> & { sales: number }>(sql`
    with sold as (
      select product_id, sum(units)::int as units, sum(sales_minor)::float8 as sales
      from product_sales_days
      where seller_id = ${sellerId} and currency = ${currency}
        and day between ${period.from}::date and ${period.until}::date
      group by product_id order by sales desc, product_id limit ${MOST_LISTED}
    )
    select sold.product_id as "productId", p.slug, coalesce(here.title, any_title.title, p.slug) as title, sold.units,
      sold.sales, (
        select coalesce(sum(units), 0)::int from product_sales_days b
        where b.seller_id = ${sellerId} and b.product_id = sold.product_id and b.currency = ${currency}
          and b.day between ${before.from}::date and ${before.until}::date
      ) as "unitsBefore", (
        select coalesce(sum(viewed), 0)::int from product_traffic_days t
        where t.seller_id = ${sellerId} and t.product_id = sold.product_id
          and t.day between ${period.from}::date and ${period.until}::date
      ) as viewed
    from sold
    join products p on p.id = sold.product_id
    left join product_translations here
      on here.product_id = p.id and here.revision = p.live_revision and here.locale = ${locale}
    left join lateral (
      select title from product_translations t where t.product_id = p.id and t.revision = p.live_revision
      order by locale limit 1
    ) any_title on true
    order by sold.sales desc, sold.product_id`);
  return rows.map(({ sales, ...product }) => ({ ...product, sales: { amountMinor: sales, currency } }));
}

async function listTerms(db: Executor, sellerId: string, period: Period): Promise<FoundBy[]> {
  const rows = await db.execute<FoundBy>(sql`
    select term, sum(shown)::int as shown, sum(viewed)::int as viewed from term_days
    where seller_id = ${sellerId} and day between ${period.from}::date and ${period.until}::date
    group by term order by viewed desc, shown desc, term limit ${MOST_LISTED}`);
  return [...rows];
}
