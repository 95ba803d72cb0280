import { and, eq, sql } from 'drizzle-orm';
import { sellerOrders } from '@/db/schema/orders';
import { payoutTerms, releases } from '@/db/schema/payouts';
import type { Currency } from '@/lib/kernel/money';
import { moveOwedPostings, postEntries, type NewEntry } from '@/lib/ledger';
import type { Database, Executor, Transaction } from '@/lib/platform/database';
import { MARKET_RELEASE_DAYS } from './model';

const BATCH = 200;

/**
 * From a seller order's delivery on it is known when its money becomes available: so many days later, as agreed with
 * the seller at that moment. Scheduled once, however often it is told.
 */
export async function scheduleRelease(db: Executor, sellerOrderId: string): Promise<void> {
  const [part] = await db.select().from(sellerOrders).where(eq(sellerOrders.id, sellerOrderId));
  if (!part?.deliveredAt) throw new Error(`Seller order ${sellerOrderId} has not been delivered`);
  const days = await getReleaseDays(db, part.sellerId);
  await db
    .insert(releases)
    .values({
      sellerOrderId,
      orderId: part.orderId,
      sellerId: part.sellerId,
      currency: part.currency,
      releaseAt: new Date(part.deliveredAt.getTime() + days * 24 * 3600 * 1000),
    })
    .onConflictDoNothing();
}

/** Days from delivery until a seller's money is available: the seller's own term, or the market's. */
export async function getReleaseDays(db: Executor, sellerId: string): Promise<number> {
  const [terms] = await db.select().from(payoutTerms).where(eq(payoutTerms.sellerId, sellerId));
  return terms?.releaseDays ?? MARKET_RELEASE_DAYS;
}

/** Something of a released order went back: what is left of it is looked at again. */
export async function releaseAgain(db: Executor, orderId: string): Promise<void> {
  await db
    .update(releases)
    .set({ releasedAt: null })
    .where(and(eq(releases.orderId, orderId), sql`${releases.releasedAt} is not null`));
}

/** Moves everything that is due from pending to available, batch by batch; several workers may do so at once. */
export async function releaseDue(db: Database, now: Date): Promise<void> {
  for (;;) {
    const released = await db.transaction((tx) => releaseBatch(tx, now, null));
    if (released < BATCH) return;
  }
}

/** Likewise what is due of one seller, in the caller's transaction. */
export async function releaseDueOfSeller(tx: Transaction, sellerId: string, now: Date): Promise<void> {
  while ((await releaseBatch(tx, now, sellerId)) === BATCH);
}

type Due = {
  readonly sellerOrderId: string;
  readonly orderId: string;
  readonly sellerId: string;
  readonly currency: Currency;
  readonly times: number;
  readonly pendingMinor: number;
};

/** A release brings what is pending of its order to nothing: what was sold less what went back, also afterwards. */
async function releaseBatch(tx: Transaction, now: Date, sellerId: string | null): Promise<number> {
  const due = await lockDue(tx, now, sellerId);
  await postEntries(tx, due.filter(({ pendingMinor }) => pendingMinor !== 0).map(toEntry));
  if (due.length > 0) await markReleased(tx, due, now);
  return due.length;
}

async function lockDue(tx: Transaction, now: Date, sellerId: string | null): Promise<Due[]> {
  const rows = await tx.execute<{
    seller_order_id: string;
    order_id: string;
    seller_id: string;
    currency: Currency;
    times: number;
    pending: string;
  }>(sql`
    with due as materialized (
      select * from releases
      where released_at is null and release_at <= ${now.toISOString()}::timestamptz
        and (${sellerId}::uuid is null or seller_id = ${sellerId}::uuid)
        -- Nobody knows whose the money is while the buyer's bank decides.
        and not exists (
          select 1 from disputes
          where disputes.order_id = releases.order_id and disputes.status in ('needs_response', 'under_review'))
      order by release_at limit ${BATCH} for update skip locked
    )
    select due.seller_order_id, due.order_id, due.seller_id, due.currency, due.times,
      coalesce((
        select -sum(posting.amount_minor)
        from ledger_entries entry
        join ledger_postings posting on posting.entry_id = entry.id and posting.seller_order_id = due.seller_order_id
        join ledger_accounts account on account.id = posting.account_id and account.kind = 'seller_pending'
        where entry.order_id = due.order_id), 0) as pending
    from due`);
  return rows.map((row) => ({
    sellerOrderId: row.seller_order_id,
    orderId: row.order_id,
    sellerId: row.seller_id,
    currency: row.currency,
    times: row.times,
    pendingMinor: Number(row.pending),
  }));
}

function toEntry({ sellerOrderId, orderId, sellerId, currency, times, pendingMinor }: Due): NewEntry {
  return {
    kind: 'release',
    reference: `release:${sellerOrderId}:${times}`,
    orderId,
    currency,
    postings: moveOwedPostings({
      sellerId,
      sellerOrderId,
      from: 'seller_pending',
      to: 'seller_available',
      amountMinor: pendingMinor,
    }),
  };
}

async function markReleased(tx: Transaction, due: readonly Due[], now: Date): Promise<void> {
  await tx.execute(sql`
    update releases set released_at = ${now.toISOString()}::timestamptz, times = times + 1
    where seller_order_id in (
      select value::uuid from jsonb_array_elements_text(${JSON.stringify(due.map((row) => row.sellerOrderId))}::jsonb))`);
}
