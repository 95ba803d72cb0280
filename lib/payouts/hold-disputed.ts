import { and, eq, isNull, sql } from 'drizzle-orm';
import { payoutHolds } from '@/db/schema/payouts';
import type { Currency } from '@/lib/kernel/money';
import type { Database, Transaction } from '@/lib/platform/database';
import { getDispute } from '@/lib/payments';
import { endHold, placeHold } from './holds';

/**
 * While a buyer's bank decides about an order, what was released of it is kept back from its sellers, once each, and
 * nothing more is released. Ends with the dispute, also when that is told before the hold was placed.
 */
export async function holdDisputed(db: Database, disputeId: string, now: Date): Promise<void> {
  await db.transaction(async (tx) => {
    // Holds of one dispute are placed and ended one after the other.
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('dispute ' || ${disputeId}, 0))`);
    const dispute = await getDispute(tx, disputeId);
    if (!dispute) throw new Error(`Dispute ${disputeId} does not exist`);
    const isOpen = dispute.status === 'needs_response' || dispute.status === 'under_review';
    if (isOpen && dispute.withdrawnMinor > 0) await place(tx, disputeId, dispute.orderId);
    if (!isOpen) await end(tx, disputeId, now);
  });
}

async function place(tx: Transaction, disputeId: string, orderId: string): Promise<void> {
  const placed = await tx
    .select({ sellerId: payoutHolds.sellerId })
    .from(payoutHolds)
    .where(eq(payoutHolds.disputeId, disputeId));
  for (const { sellerId, currency, amountMinor } of await listReleased(tx, orderId)) {
    if (placed.some((hold) => hold.sellerId === sellerId)) continue;
    await placeHold(tx, {
      ...{ sellerId, currency, amountMinor, disputeId, releaseAt: null },
      rule: 'dispute',
      reason: 'The buyer’s bank has taken the payment of an order back until it has decided.',
      placedBy: 'system',
    });
  }
}

async function end(tx: Transaction, disputeId: string, now: Date): Promise<void> {
  const live = await tx
    .select({ holdId: payoutHolds.id, sellerId: payoutHolds.sellerId })
    .from(payoutHolds)
    .where(and(eq(payoutHolds.disputeId, disputeId), isNull(payoutHolds.releasedAt)));
  for (const hold of live) await endHold(tx, hold, now);
}

/** What of an order has become its sellers' to have, in minor units. */
async function listReleased(
  tx: Transaction,
  orderId: string,
): Promise<{ sellerId: string; currency: Currency; amountMinor: number }[]> {
  const rows = await tx.execute<{ seller_id: string; currency: Currency; released: string }>(sql`
    select account.seller_id, account.currency, -sum(posting.amount_minor) as released
    from ledger_entries entry
    join ledger_postings posting on posting.entry_id = entry.id
    join ledger_accounts account on account.id = posting.account_id and account.kind = 'seller_available'
    where entry.order_id = ${orderId} and entry.kind = 'release'
    group by account.seller_id, account.currency having sum(posting.amount_minor) < 0
    order by account.seller_id`);
  return rows.map((row) => ({
    sellerId: row.seller_id,
    currency: row.currency,
    amountMinor: Number(row.released),
  }));
}
