import { sql } from 'drizzle-orm';
import { until } from '@/bench/load';
import type { Database } from '@/lib/platform/database';

const LONGEST_SECONDS = 180;

/** An hour passes for everything that waits: holds run out, leases end, what failed is due again. Needs the owner. */
export async function letAnHourPass(ownerDb: Database): Promise<void> {
  for (const [table, column] of WAITING) {
    const at = sql.identifier(column);
    await ownerDb.execute(sql`update ${sql.identifier(table)} set ${at} = ${at} - interval '1 hour'
      where ${at} > now() - interval '1 hour'`);
  }
}

const WAITING = [
  ['payments', 'updated_at'],
  ['refunds', 'updated_at'],
  ['reservations', 'expires_at'],
  ['jobs', 'run_at'],
  ['jobs', 'leased_until'],
] as const;

/** Resolves when the worker has nothing left that is due. */
export async function untilWorkIsDone(db: Database): Promise<void> {
  await until(
    LONGEST_SECONDS,
    async () => {
      const [left] = await db.execute<{ count: number }>(sql`
        select (select count(*) from outbox_events where dispatched_at is null)::int
          + (select count(*) from jobs where status = 'running' or (status = 'waiting' and run_at <= now()))::int as count`);
      return left?.count === 0;
    },
    500,
  );
}
