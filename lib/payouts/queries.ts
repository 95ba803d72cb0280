import { and, desc, eq, inArray, isNull, sql } from 'drizzle-orm';
import { payouts, releases } from '@/db/schema/payouts';
import { publicId } from '@/lib/kernel/ids';
import type { Money } from '@/lib/kernel/money';
import type { Executor } from '@/lib/platform/database';
import type { ComingRelease, PayoutView } from './model';

/** A seller's payouts, newest first. */
export async function listPayouts(db: Executor, sellerId: string, limit = 20): Promise<PayoutView[]> {
  const rows = await db
    .select()
    .from(payouts)
    .where(eq(payouts.sellerId, sellerId))
    .orderBy(desc(payouts.requestedAt))
    .limit(limit);
  return rows.map(toView);
}

/** The payouts that money of an order went into, and how much of each is the order's. */
export async function listPayoutsOfOrder(
  db: Executor,
  orderId: string,
): Promise<{ readonly sellerId: string; readonly payout: PayoutView; readonly share: Money }[]> {
  const rows = await db.execute<{ payout_id: string; share: string }>(sql`
    select paid.payout_id, -sum(posting.amount_minor) as share
    from ledger_entries entry
    join ledger_postings posting on posting.entry_id = entry.id
    join payout_postings paid on paid.posting_id = posting.id
    where entry.order_id = ${orderId} group by paid.payout_id`);
  if (rows.length === 0) return [];
  const shares = new Map(rows.map(({ payout_id, share }) => [payout_id, Number(share)]));
  const found = await db
    .select()
    .from(payouts)
    .where(inArray(payouts.id, [...shares.keys()]))
    .orderBy(payouts.requestedAt);
  return found.map((payout) => ({
    sellerId: payout.sellerId,
    payout: toView(payout),
    share: { amountMinor: shares.get(payout.id) ?? 0, currency: payout.currency },
  }));
}

/** When the next of a seller's money becomes available; null when nothing delivered waits for it. */
export async function getComingRelease(db: Executor, sellerId: string): Promise<ComingRelease | null> {
  const [row] = await db
    .select({ at: sql<string | null>`min(${releases.releaseAt})`, orders: sql<number>`count(*)::int` })
    .from(releases)
    .where(and(eq(releases.sellerId, sellerId), isNull(releases.releasedAt)));
  return row?.at ? { releaseAt: new Date(row.at).toISOString(), orders: row.orders } : null;
}

/** One line of a payout's statement: what it adds to the payout, and the entry that says so. */
export type PayoutLine = {
  readonly postingId: string;
  readonly entryId: string;
  readonly kind: 'release' | 'hold' | 'hold_end' | 'payout_refused' | 'reversal';
  readonly amount: Money;
  /** `slo_…`. */
  readonly sellerOrderId: string | null;
  readonly orderNumber: string | null;
  readonly postedAt: string;
};

export type PayoutStatement = { readonly payout: PayoutView; readonly lines: readonly PayoutLine[] };

/** What a seller's payout is made of, to the cent, oldest first; null when it is no payout of this seller. */
export async function getPayoutStatement(
  db: Executor,
  payoutId: string,
  sellerId: string,
): Promise<PayoutStatement | null> {
  const [payout] = await db
    .select()
    .from(payouts)
    .where(and(eq(payouts.id, payoutId), eq(payouts.sellerId, sellerId)));
  if (!payout) return null;
  const rows = await db.execute<{
    id: string;
    entry_id: string;
    kind: PayoutLine['kind'];
    amount: string;
    seller_order_id: string | null;
    number: string | null;
    posted_at: string;
  }>(sql`
    select posting.id, entry.id as entry_id, entry.kind, -posting.amount_minor as amount, posting.seller_order_id,
      o.number, posting.posted_at
    from payout_postings paid
    join ledger_postings posting on posting.id = paid.posting_id
    join ledger_entries entry on entry.id = posting.entry_id
    left join orders o on o.id = entry.order_id
    where paid.payout_id = ${payoutId} and entry.kind <> 'payout'
    order by posting.posted_at, posting.id`);
  return {
    payout: toView(payout),
    lines: rows.map((row) => ({
      postingId: row.id,
      entryId: row.entry_id,
      kind: row.kind,
      amount: { amountMinor: Number(row.amount), currency: payout.currency },
      sellerOrderId: row.seller_order_id === null ? null : publicId('slo', row.seller_order_id),
      orderNumber: row.number,
      postedAt: new Date(row.posted_at).toISOString(),
    })),
  };
}

function toView(payout: typeof payouts.$inferSelect): PayoutView {
  const { currency } = payout;
  return {
    payoutId: publicId('pyt', payout.id),
    status: payout.status,
    amount: { amountMinor: payout.amountMinor, currency },
    reversed: { amountMinor: payout.reversedMinor, currency },
    failureCode: payout.failureCode,
    requestedAt: payout.requestedAt.toISOString(),
    paidAt: payout.paidAt?.toISOString() ?? null,
  };
}
