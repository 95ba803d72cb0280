import { eq, sql, type SQL } from 'drizzle-orm';
import { z } from 'zod';
import { sellers } from '@/db/schema/sellers';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import type { Database, Executor, Transaction } from '@/lib/platform/database';
import { enqueueJobs } from '@/lib/platform/jobs';
import { emitEvent } from '@/lib/platform/outbox';
import { sellerHolidayChanged } from './events';
import type { Holiday } from './model';

/** The job that shows a holiday's beginning or end once its day has come. */
export const HOLIDAY_TURN_JOB = 'show-holiday-turn';

export const holidayTurn = z.object({ sellerId: z.uuid(), slug: z.string() });

/** So far ahead, and so long, a holiday may be. */
const MOST_DAYS = 366;

const A_DAY_MS = 24 * 3600 * 1000;

const TODAY = sql`(now() at time zone 'UTC')::date`;

/** Whether the seller `s` sells now: approved, and not on holiday. */
export function sells(): SQL {
  return sql`(s.status = 'approved' and (${TODAY} between s.holiday_from and s.holiday_until) is not true)`;
}

/**
 * Working days that a holiday of the seller `s` adds to `handlingDays` counted from today: all of it that is left, when
 * it begins before the parcel would be handed over.
 */
export function daysOnHoliday(handlingDays: SQL): SQL {
  return sql`(case when s.holiday_until >= ${TODAY}
    and ${workingDays(TODAY, sql`s.holiday_from`)} <= ${handlingDays}
    then ${workingDays(sql`greatest(s.holiday_from, ${TODAY}) - 1`, sql`s.holiday_until`)} else 0 end)::int`;
}

/** Mondays to Fridays after `start`, up to `end`. */
function workingDays(start: SQL, end: SQL): SQL {
  return sql`(select count(*) from generate_series(${start} + 1, ${end}, interval '1 day') day
    where extract(isodow from day) < 6)`;
}

/** The holiday a shop is on or has planned; null when it has none, or has it behind it. */
export async function getHoliday(db: Executor, sellerId: string, now: Date): Promise<Holiday | null> {
  const [row] = await db
    .select({ from: sellers.holidayFrom, until: sellers.holidayUntil })
    .from(sellers)
    .where(eq(sellers.id, sellerId));
  if (!row?.from || !row.until || row.until < dayOf(now)) return null;
  return { from: row.from, until: row.until, isNow: row.from <= dayOf(now) };
}

/**
 * From the first day to the last (days in UTC) nobody can buy from the shop: its offers are hidden, and promises made
 * before move behind it. Orders it has stay as they are. Ends by itself. Refuses days that are over, or the wrong way round.
 */
export async function planHoliday(
  db: Database,
  plan: { readonly sellerId: string; readonly from: string; readonly until: string; readonly now: Date },
): Promise<Result<null, 'not_found' | 'holiday_over' | 'holiday_too_long'>> {
  const { sellerId, from, until, now } = plan;
  if (until < dayOf(now) || until < from) return refuse('holiday_over', { field: 'until' });
  if (startOf(until).getTime() - now.getTime() > MOST_DAYS * A_DAY_MS) {
    return refuse('holiday_too_long', { field: 'until' });
  }
  return db.transaction(async (tx) => {
    const slug = await changeHoliday(tx, sellerId, { from, until });
    if (slug === null) return refuse('not_found');
    const dayAfter = new Date(startOf(until).getTime() + A_DAY_MS);
    const turns = [startOf(from), dayAfter].filter((turn) => turn > now);
    await enqueueJobs(
      tx,
      turns.map((turn) => ({
        name: HOLIDAY_TURN_JOB,
        payload: { sellerId, slug },
        delaySeconds: (turn.getTime() - now.getTime()) / 1000 + 1,
      })),
    );
    return ok(null);
  });
}

/** Sells again from now on; a holiday that was only planned is called off. */
export async function endHoliday(db: Database, sellerId: string): Promise<Result<null, 'not_found'>> {
  return db.transaction(async (tx) => {
    const slug = await changeHoliday(tx, sellerId, { from: null, until: null });
    return slug === null ? refuse('not_found') : ok(null);
  });
}

async function changeHoliday(
  tx: Transaction,
  sellerId: string,
  { from, until }: { readonly from: string | null; readonly until: string | null },
): Promise<string | null> {
  const [changed] = await tx
    .update(sellers)
    .set({ holidayFrom: from, holidayUntil: until })
    .where(eq(sellers.id, sellerId))
    .returning({ slug: sellers.slug });
  if (!changed) return null;
  await emitEvent(tx, sellerHolidayChanged, {
    aggregateId: sellerId,
    aggregateVersion: 1,
    payload: { sellerId, slug: changed.slug },
  });
  return changed.slug;
}

function dayOf(instant: Date): string {
  return instant.toISOString().slice(0, 10);
}

function startOf(day: string): Date {
  return new Date(`${day}T00:00:00Z`);
}
