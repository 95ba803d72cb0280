import { sql } from 'drizzle-orm';
import type { Currency } from '@/lib/kernel/money';
import type { Executor } from '@/lib/platform/database';
import { uuidArray } from '@/lib/platform/sql-values';

/** The currencies in which every one of these offers has a price. */
export async function listOfferCurrencies(
  db: Executor,
  offerIds: readonly string[],
  market: string,
): Promise<Currency[]> {
  const rows = await db.execute<{ currency: Currency }>(sql`
    select currency from offer_prices
    where offer_id = any(${uuidArray(offerIds)}) and market = ${market}
    group by currency having count(*) = ${new Set(offerIds).size}`);
  return rows.map(({ currency }) => currency);
}
