import { sql } from 'drizzle-orm';
import { sellerPaces } from '@/db/schema/sellers';
import type { Database, Transaction } from '@/lib/platform/database';

/** How far back a seller's history counts, and how many parcels make one. */
const HISTORY_DAYS = 90;
const ENOUGH_PARCELS = 20;

/** A delivery that took longer teaches no more than this. */
const LONGEST_DAYS = 60;

export type Pace = {
  readonly sellerId: string;
  /** `handling`, or the code of the delivery option a parcel was in transit by. */
  readonly measure: string;
  /** Working days. */
  readonly days: number;
  readonly at: Date;
};

/** Counts how long something took, in the transaction in which it ended: once each. */
export async function recordPace(tx: Transaction, { sellerId, measure, days, at }: Pace): Promise<void> {
  await tx
    .insert(sellerPaces)
    .values({
      sellerId,
      measure,
      onDay: at.toISOString().slice(0, 10),
      days: Math.max(0, Math.min(days, LONGEST_DAYS)),
    })
    .onConflictDoUpdate({
      target: [sellerPaces.sellerId, sellerPaces.measure, sellerPaces.onDay, sellerPaces.days],
      set: { count: sql`${sellerPaces.count} + 1` },
    });
}

/**
 * Draws the seller's promises from the last 90 days: the 20th percentile as the earliest, the 80th as the latest. What
 * has fewer than 20 parcels promises nothing of its own, and what the seller says counts. The worker does this when
 * something has been counted, never a buyer's request.
 */
export async function learnPromises(db: Database, sellerId: string, now: Date): Promise<void> {
  const since = new Date(now.getTime() - HISTORY_DAYS * 24 * 3600 * 1000).toISOString().slice(0, 10);
  await db.transaction(async (tx) => {
    await tx.execute(sql`
      with history as (
        select measure, days, sum(count) as count from seller_paces
        where seller_id = ${sellerId} and on_day >= ${since}::date group by measure, days
      ), running as (
        select measure, days, sum(count) over (partition by measure order by days) as up_to,
          sum(count) over (partition by measure) as parcels
        from history
      ), learned as (
        select measure, min(days) filter (where up_to >= parcels * 0.2) as min_days,
          min(days) filter (where up_to >= parcels * 0.8) as max_days, parcels
        from running group by measure, parcels having parcels >= ${ENOUGH_PARCELS}
      ), unlearned as (
        delete from seller_promises
        where seller_id = ${sellerId} and measure not in (select measure from learned)
      )
      insert into seller_promises (seller_id, measure, min_days, max_days, parcels, learned_at)
      select ${sellerId}::uuid, measure, min_days, max_days, parcels, ${now.toISOString()}::timestamptz from learned
      on conflict (seller_id, measure) do update
        set min_days = excluded.min_days, max_days = excluded.max_days, parcels = excluded.parcels,
          learned_at = excluded.learned_at`);
  });
}

/** Forgets days that count no more, and draws the promises again that nothing new has been counted for. */
export async function forgetOldPaces(db: Database, now: Date): Promise<void> {
  const since = new Date(now.getTime() - HISTORY_DAYS * 24 * 3600 * 1000).toISOString().slice(0, 10);
  const touched = await db.execute<{ seller_id: string }>(
    sql`with gone as (delete from seller_paces where on_day < ${since}::date returning seller_id)
      select distinct seller_id from gone`,
  );
  for (const { seller_id } of touched) await learnPromises(db, seller_id, now);
}
