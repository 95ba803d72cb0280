import { sql } from 'drizzle-orm';
import type { Executor } from '@/lib/platform/database';
import type { FoundBy } from './model';
import type { Period } from './period';

/** What visitors searched for when they found a seller's products, the most looked at first; all of it without a limit. */
export async function listTerms(
  db: Executor,
  sellerId: string,
  { period, limit = null }: { readonly period: Period; readonly limit?: number | null },
): Promise<FoundBy[]> {
  const rows = await db.execute<FoundBy>(sql`
    select term, sum(shown)::int as shown, sum(viewed)::int as viewed from term_days
    where seller_id = ${sellerId} and day between ${period.from}::date and ${period.until}::date
    group by term order by viewed desc, shown desc, term limit ${limit}::int`);
  return [...rows];
}
