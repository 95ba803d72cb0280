import { sql } from 'drizzle-orm';
import type { Executor } from '@/lib/platform/database';
import type { PriceOf } from '../model';

/** The period before a reduction whose lowest price it is measured by (Directive 98/6/EC art. 6a, in force since 2022). */
export const LOWEST_PRICE_DAYS = 30;

/**
 * The lowest price, in minor units, that an offer had at any moment of the 30 days before `until`, the one that it went
 * into them with included; null when it had none. What stands now counts: a price that is being reduced was asked for.
 */
export async function getLowestPrice(
  db: Executor,
  { offerId, market, currency }: PriceOf,
  until: Date,
): Promise<number | null> {
  const ofOffer = sql`offer_id = ${offerId} and market = ${market} and currency = ${currency}`;
  const from = sql`${until.toISOString()}::timestamptz - make_interval(days => ${LOWEST_PRICE_DAYS})`;
  const [row] = await db.execute<{ lowest: string | null }>(sql`
    select min(price_minor) as lowest from (
      select price_minor from offer_price_changes
      where ${ofOffer} and changed_at > ${from} and changed_at <= ${until.toISOString()}::timestamptz
      union all
      (select price_minor from offer_price_changes where ${ofOffer} and changed_at <= ${from}
        order by changed_at desc limit 1)
    ) asked`);
  return row?.lowest == null ? null : Number(row.lowest);
}
