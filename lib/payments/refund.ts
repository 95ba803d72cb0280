import { eq, sql } from 'drizzle-orm';
import { payments, refundLines, refunds } from '@/db/schema/payments';
import { newId } from '@/lib/kernel/ids';
import { sumMinor } from '@/lib/kernel/money';
import { postEntry, refundPostings, unsoldRefundPostings, type Posting } from '@/lib/ledger';
import { listLineMoney } from '@/lib/orders';
import type { Database, Executor, Transaction } from '@/lib/platform/database';
import { emitEvent } from '@/lib/platform/outbox';
import { refundRequested, refundSucceeded } from './events';
import { createRefund, retrieveRefund, type ProviderRefund } from './gateway';

type Refund = typeof refunds.$inferSelect;

/**
 * Asks for a cancelled part's money to go back: each line's whole amount, tax and commission. A part is
 * refunded once, however often this is called.
 */
export async function refundCancelledPart(
  db: Database,
  part: { readonly orderId: string; readonly sellerOrderId: string; readonly reason: string },
): Promise<void> {
  await db.transaction(async (tx) => {
    const [payment] = await tx
      .select()
      .from(payments)
      .where(eq(payments.orderId, part.orderId))
      .for('no key update');
    if (!payment) throw new Error(`Order ${part.orderId} has no payment`);
    const asked = await tx
      .select({ id: refunds.id })
      .from(refunds)
      .where(eq(refunds.sellerOrderId, part.sellerOrderId));
    if (asked.length > 0) return;

    const lines = await listLineMoney(tx, { sellerOrderId: part.sellerOrderId });
    const amountMinor = sumMinor(lines.map((line) => line.totalMinor));
    if (amountMinor === 0) return;
    const refundId = newId();
    await tx
      .insert(refunds)
      .values({ ...part, id: refundId, paymentId: payment.id, currency: payment.currency, amountMinor });
    await tx.insert(refundLines).values(
      lines.map((line) => ({
        refundId,
        orderLineId: line.orderLineId,
        quantity: line.quantity,
        amountMinor: line.totalMinor,
        taxMinor: line.taxMinor,
        commissionMinor: line.commissionMinor,
      })),
    );
    await emitEvent(tx, refundRequested, {
      aggregateId: refundId,
      aggregateVersion: 1,
      payload: { refundId, orderId: part.orderId },
    });
  });
}

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

async function settleRefund(tx: Transaction, refund: Refund): Promise<void> {
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

/** Of a part that was sold, line by line; of a payment that bought nothing, as a whole. */
async function postingsOf(tx: Transaction, { sellerOrderId, amountMinor }: Refund): Promise<Posting[]> {
  return sellerOrderId === null
    ? unsoldRefundPostings(amountMinor)
    : refundPostings(await listLineMoney(tx, { sellerOrderId }));
}

async function requireRefund(db: Executor, refundId: string): Promise<Refund> {
  const [refund] = await db.select().from(refunds).where(eq(refunds.id, refundId));
  if (!refund) throw new Error(`Refund ${refundId} does not exist`);
  return refund;
}
