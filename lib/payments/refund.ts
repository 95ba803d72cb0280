import { eq, sql } from 'drizzle-orm';
import { payments, refundLines, refunds } from '@/db/schema/payments';
import { postEntry, refundPostings, unsoldRefundPostings, type LineMoney, type Posting } from '@/lib/ledger';
import { listLineMoney } from '@/lib/orders';
import type { Database, Executor, Transaction } from '@/lib/platform/database';
import { emitEvent } from '@/lib/platform/outbox';
import { refundSucceeded } from './events';
import { createRefund, retrieveRefund, type ProviderRefund } from './gateway';

type Refund = typeof refunds.$inferSelect;

/** Asks the provider to send a refund, outside any transaction, and records its answer. */
export async function sendRefund(db: Database, refundId: string): Promise<void> {
  const refund = await requireRefund(db, refundId);
  if (refund.status === 'succeeded' || refund.status === 'failed') return;
  const [payment] = await db.select().from(payments).where(eq(payments.id, refund.paymentId));
  if (!payment?.intentId) throw new Error(`Refund ${refundId} is for a payment the provider does not know`);
  const answer = await createRefund({
    refundId,
    intentId: payment.intentId,
    amountMinor: refund.amountMinor,
  });
  await recordRefund(db, refundId, answer);
}

/** Looks again at a refund the provider had not settled. */
export async function refreshRefund(db: Database, refundId: string): Promise<void> {
  const refund = await requireRefund(db, refundId);
  if (refund.providerRefundId === null) return sendRefund(db, refundId);
  await recordRefund(db, refundId, await retrieveRefund(refund.providerRefundId));
}

/** Refunds that have not ended, of payments untouched for `olderThanSeconds`. */
export async function listUnsettledRefunds(
  db: Executor,
  olderThanSeconds: number,
  limit: number,
): Promise<string[]> {
  const rows = await db.execute<{ id: string }>(sql`
    select id from refunds
    where status in ('requested', 'pending') and updated_at < now() - make_interval(secs => ${olderThanSeconds})
    order by updated_at limit ${limit}`);
  return rows.map((row) => row.id);
}

async function recordRefund(db: Database, refundId: string, answer: ProviderRefund): Promise<void> {
  await db.transaction(async (tx) => {
    const [refund] = await tx.select().from(refunds).where(eq(refunds.id, refundId)).for('no key update');
    if (!refund || refund.status === 'succeeded') return;
    await tx
      .update(refunds)
      .set({
        status: answer.status,
        providerRefundId: answer.providerRefundId,
        failureCode: answer.failureCode,
      })
      .where(eq(refunds.id, refundId));
    if (answer.status === 'succeeded') await settleRefund(tx, refund);
  });
}

/** A refund has gone back: the payment and the books say so. */
export async function settleRefund(tx: Transaction, refund: Refund): Promise<void> {
  await tx
    .update(payments)
    .set({ refundedMinor: sql`${payments.refundedMinor} + ${refund.amountMinor}` })
    .where(eq(payments.id, refund.paymentId));
  await postEntry(tx, {
    kind: 'refund',
    reference: `refund:${refund.id}`,
    orderId: refund.orderId,
    currency: refund.currency,
    postings: await postingsOf(tx, refund),
  });
  await emitEvent(tx, refundSucceeded, {
    aggregateId: refund.id,
    aggregateVersion: 2,
    payload: { refundId: refund.id, orderId: refund.orderId },
  });
}

/** Of lines that were sold, piece by piece; of a payment that bought nothing, as a whole. */
async function postingsOf(tx: Transaction, refund: Refund): Promise<Posting[]> {
  const { id, sellerOrderId, amountMinor } = refund;
  if (sellerOrderId === null) return unsoldRefundPostings(amountMinor);
  const sold = await listLineMoney(tx, { sellerOrderId });
  const pieces = await tx.select().from(refundLines).where(eq(refundLines.refundId, id));
  return refundPostings(
    pieces.map((piece): LineMoney => {
      const line = sold.find(({ orderLineId }) => orderLineId === piece.orderLineId);
      if (!line) throw new Error(`Refund ${id} is for a line of another seller`);
      return {
        orderLineId: line.orderLineId,
        sellerOrderId,
        sellerId: line.sellerId,
        totalMinor: piece.amountMinor,
        addedTaxMinor: piece.addedTaxMinor,
        marketDiscountMinor: piece.marketDiscountMinor,
        commissionMinor: piece.commissionMinor,
      };
    }),
  );
}

async function requireRefund(db: Executor, refundId: string): Promise<Refund> {
  const [refund] = await db.select().from(refunds).where(eq(refunds.id, refundId));
  if (!refund) throw new Error(`Refund ${refundId} does not exist`);
  return refund;
}
