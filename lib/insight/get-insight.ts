import { sql } from 'drizzle-orm';
import { DEFAULT_MARKET } from '@/lib/kernel/market';
import type { Currency } from '@/lib/kernel/money';
import type { Executor } from '@/lib/platform/database';
import { listProducts } from './list-products';
import { listTerms } from './list-terms';
import { NOTHING, type CountedDay, type CountedPeriod, type Insight } from './model';
import { daysOf, periodBefore, type Period } from './period';

const MOST_LISTED = 10;

/** What a seller sold in a period and the one before it, day by day, and with what. Reads sums by day only. */
export async function getInsight(
  db: Executor,
  sellerId: string,
  { period, locale }: { readonly period: Period; readonly locale: string },
): Promise<Insight> {
  const counted = await countPeriod(db, sellerId, period);
  const asked = { period, currency: counted.currency, locale, limit: MOST_LISTED };
  const [soldBest, missed, terms] = await Promise.all([
    listProducts(db, sellerId, 'sold_best', asked),
    listProducts(db, sellerId, 'missed', asked),
    listTerms(db, sellerId, { period, limit: MOST_LISTED }),
  ]);
  return { ...counted, soldBest, missed, terms };
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
