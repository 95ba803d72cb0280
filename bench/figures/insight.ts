import { sql } from 'drizzle-orm';
import { getInsight, periodOf } from '@/lib/insight';
import { offerForSale } from '@/tests/support/goods';
import type { Database } from '@/lib/platform/database';
import { withOwnDatabase } from '../own-database';
import { report } from '../report';

const OFFERS = 50_000;
const ORDER_LINES = 500_000;
const DAYS = 365;
const LOADS = 200;

/** What the page of a big shop reads: a year of sales and visitors, of which it shows 90 days and the 90 before. */
export function measureInsight(): Promise<boolean> {
  return withOwnDatabase(2, async ({ db, ownerDb }) => {
    const { sellerId, categoryId } = await offerForSale(ownerDb);
    await writeYear(ownerDb, sellerId, categoryId);
    const period = periodOf({ days: '90' }, new Date());
    const times: number[] = [];
    for (let load = 0; load < LOADS; load++) {
      const startedAt = performance.now();
      const { soldBest, missed } = await getInsight(db, sellerId, { period, locale: 'en' });
      times.push(performance.now() - startedAt);
      if (soldBest.length !== 10 || missed.length !== 10) throw new Error('The page has no products');
    }
    return report({
      name: 'insight of 90 days, p95',
      value: times.toSorted((a, b) => a - b)[Math.floor(LOADS * 0.95)]!,
      unit: 'ms',
      goal: { atMost: 100 },
      detail: `${OFFERS} offers, ${ORDER_LINES} order lines, ${DAYS} days`,
    });
  });
}

/** Few products sell much and most sell little; each line is a product's only one of its day, the dearest case. */
async function writeYear(ownerDb: Database, sellerId: string, categoryId: string): Promise<void> {
  const seller = sql`${sellerId}::uuid`;
  await ownerDb.transaction(async (tx) => {
    await tx.execute(sql`
      create temporary table ranked on commit drop as
      select gen_random_uuid() as id, rank from generate_series(1, ${OFFERS}::int) rank`);
    await tx.execute(
      sql`insert into products (id, slug, status, category_id) select id, id, 'live', ${categoryId} from ranked`,
    );
    await tx.execute(sql`
      create temporary table sold on commit drop as
      select r.id, current_date - (random() * ${DAYS - 1})::int as day
      from generate_series(1, ${ORDER_LINES}::int) line
      join lateral (select (power(random(), 2) * ${OFFERS - 1})::int + 1 as rank, line) pick on true
      join ranked r on r.rank = pick.rank`);
    await tx.execute(sql`
      insert into product_sales_days (seller_id, day, product_id, currency, units, sales_minor)
      select ${seller}, day, id, 'EUR', count(*), count(*) * 1999 from sold group by day, id order by day`);
    await tx.execute(sql`
      insert into sales_days select ${seller}, day, 'EUR', count(*), count(*), count(*) * 1999, 0, 0, 0, 0, 0
      from sold group by day`);
    await tx.execute(sql`
      insert into product_traffic_days (seller_id, day, product_id, viewed, sold_out)
      select ${seller}, day, id, count(*) * 20, case when random() < 0.04 then 5 else 0 end
      from sold group by day, id order by day`);
    await tx.execute(sql`
      insert into traffic_days (seller_id, day, viewed) select ${seller}, day, count(*) * 20 from sold group by day`);
    await tx.execute(sql`
      insert into term_days (seller_id, day, term, shown, viewed)
      select ${seller}, current_date - day, 'term ' || term, term, term
      from generate_series(0, ${DAYS - 1}::int) day, generate_series(1, 300) term`);
  });
  await ownerDb.execute(sql`vacuum analyze`);
}
