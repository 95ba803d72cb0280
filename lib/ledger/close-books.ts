import { sql } from 'drizzle-orm';
import type { Executor } from '@/lib/platform/database';

const DAY_MS = 24 * 3600 * 1000;
const WEEK_MS = 7 * DAY_MS;
/** 1970 began on a Thursday; weeks of the books begin on Mondays. */
const FIRST_MONDAY_MS = 4 * DAY_MS;

/** From when on postings come on top of the closed balances. Within one statement: else a closing may come between. */
export const CLOSED_UNTIL = sql`(select coalesce(max(until), '-infinity') from ledger_balances)`;

/**
 * Closes the books of every week (from Monday, UTC) that ended a day ago or earlier: writes the balance of each account
 * that moved, for balances to be summed from there. From then on the database refuses postings of these weeks; what is
 * being posted meanwhile began less than a day ago. Does nothing when there is nothing to close.
 */
export async function closeBooks(db: Executor, now: Date): Promise<void> {
  const until = lastWeekEndBefore(now.getTime() - DAY_MS).toISOString();
  await db.execute(sql`
    insert into ledger_balances (account_id, until, balance_minor)
    select moved.account_id, ${until}::timestamptz, moved.amount + coalesce(before.balance_minor, 0)
    from (
      select account_id, sum(amount_minor) as amount from ledger_postings
      where posted_at >= ${CLOSED_UNTIL} and posted_at < ${until}::timestamptz
      group by account_id
    ) moved
    left join lateral (
      select balance_minor from ledger_balances balance
      where balance.account_id = moved.account_id order by balance.until desc limit 1
    ) before on true
    order by moved.account_id
    on conflict do nothing`);
}

function lastWeekEndBefore(timeMs: number): Date {
  return new Date(Math.floor((timeMs - FIRST_MONDAY_MS) / WEEK_MS) * WEEK_MS + FIRST_MONDAY_MS);
}
