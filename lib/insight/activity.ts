import { sql } from 'drizzle-orm';
import { activityEvents, type ActivityKind } from '@/db/schema/insight';
import type { Database, Executor } from '@/lib/platform/database';
import { log } from '@/lib/platform/log';

export type Activity = {
  readonly kind: ActivityKind;
  readonly productId: string | null;
  readonly offerId: string | null;
  readonly term: string | null;
};

const MACHINE = /bot|crawl|spider|slurp|preview|lighthouse|headless|monitor|curl|python|wget|axios|okhttp/i;

/**
 * Whether what this request tells of may be counted: not of programs, nor of anybody whose browser says that they do
 * not want it (Global Privacy Control, https://www.w3.org/TR/gpc/).
 */
export function mayBeCounted(headers: Headers): boolean {
  const agent = headers.get('user-agent');
  return headers.get('sec-gpc') !== '1' && agent !== null && !MACHINE.test(agent);
}

/** Notes what was seen or taken. Nothing in a row says by whom: no key, no address, no device. */
export async function recordActivity(db: Executor, activity: readonly Activity[]): Promise<void> {
  if (activity.length > 0) await db.insert(activityEvents).values([...activity]);
}

/** Notes that an offer went into a basket. It never stands in the way of that: what cannot be noted is not counted. */
export async function recordCarted(db: Database, offerId: string): Promise<void> {
  await recordActivity(db, [{ kind: 'carted', productId: null, offerId, term: null }]).catch(
    (error: unknown) => log.error({ err: error }, 'what went into a basket could not be counted'),
  );
}

/** Months of events that are kept besides the current one. What was counted of them stays. */
const MONTHS_KEPT = 3;

/** Makes the months to come and forgets those whose time is up. */
export async function keepActivityPartitions(db: Executor, now: Date): Promise<void> {
  await db.execute(
    sql`select keep_activity_partitions(${now.toISOString().slice(0, 10)}::date, ${MONTHS_KEPT})`,
  );
}
