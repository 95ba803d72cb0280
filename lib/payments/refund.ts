import { eq, sql } from 'drizzle-orm';
import { payments, refundLines, refunds } from '@/db/schema/payments';
import { postEntry, refundPostings, unsoldRefundPostings, type LineMoney, type Posting } from '@/lib/ledger';
import { getOrderHead, listLineMoney } from '@/lib/orders';
import type { Database, Executor, Transaction } from '@/lib/platform/database';
import { emitEvent } from '@/lib/platform/outbox';
import { noteFailure, takeBackReturned } from './failed-refund';
import { refundSucceeded } from './events';
import { createRefund, findRefund, retrieveRefund, type ProviderRefund, type RefundTry } from './gateway';
import { nextRefundStatus, type RefundEvent } from './refund-transitions';

type Refund = typeof refunds.$inferSelect;

/** Asks the provider to send a refund, outside any transaction, and records its answer. */
export async function sendRefund(db: Database, refundId: string): Promise<void> {
  const refund = await requireRefund(db, refundId);
  if (refund.status === 'succeeded' || refund.status === 'failed') return;
  const wanted = await tryOf(db, refund);
  await recordRefund(db, wanted, await createRefund(wanted));
}

/** Looks again at a refund the provider had not settled. One whose answer was lost is looked for before it is sent. */
export async function refreshRefund(db: Database, refundId: string): Promise<void> {
  const refund = await requireRefund(db, refundId);
  const wanted = await tryOf(db, refund);
  const known =
    refund.providerRefundId === null
      ? await findRefund(wanted)
      : await retrieveRefund(refund.providerRefundId);
  if (known) await recordRefund(db, wanted, known);
  else await sendRefund(db, refundId);
}

async function tryOf(db: Executor, refund: Refund): Promise<RefundTry> {
  const { id: refundId, failures } = refund;
  const amountMinor = refund.amountMinor - refund.creditMinor;
  const [payment] = await db.select().from(payments).where(eq(payments.id, refund.paymentId));
  if (!payment?.intentId) throw new Error(`Refund ${refundId} is for a payment the provider does not know`);
  return { refundId, failures, intentId: payment.intentId, amountMinor };
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

const EVENT_OF = {
  pending: 'pend',
  succeeded: 'succeed',
  failed: 'fail',
} as const satisfies Record<ProviderRefund['status'], RefundEvent>;

/** Brings a refund to what the provider says of this try; what it says of an earlier one comes too late. */
async function recordRefund(
  db: Database,
  { refundId, failures }: RefundTry,
  answer: ProviderRefund,
): Promise<void> {
  await db.transaction(async (tx) => {
    await lockPaymentOfRefund(tx, refundId);
    const [refund] = await tx.select().from(refunds).where(eq(refunds.id, refundId)).for('no key update');
    if (!refund || refund.failures !== failures) return;
    const { providerRefundId, failureCode } = answer;
    if (refund.status === 'succeeded' && answer.status === 'failed') {
      return takeBackReturned(tx, refund, failureCode);
    }
    const next = nextRefundStatus(refund.status, EVENT_OF[answer.status]);
    if (!next.ok) return;
    const noted = { status: next.value, providerRefundId, failureCode };
    await tx.update(refunds).set(noted).where(eq(refunds.id, refundId));
    if (next.value === 'succeeded') await settleRefund(tx, refund);
    if (next.value === 'failed') await noteFailure(tx, refund);
  });
}

/** The payment before its refunds, as whoever asks for one or invoices what is left: two that meet never deadlock. */
async function lockPaymentOfRefund(tx: Transaction, refundId: string): Promise<void> {
  await tx.execute(sql`
    select 1 from payments where id = (select payment_id from refunds where id = ${refundId}) for no key update`);
}

/** A refund has gone back: the payment and the books say so. */
export async function settleRefund(tx: Transaction, refund: Refund): Promise<void> {
  await tx
    .update(payments)
    .set({ refundedMinor: sql`${payments.refundedMinor} + ${refund.amountMinor - refund.creditMinor}` })
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
  const { id, orderId, sellerOrderId, amountMinor } = refund;
  if (sellerOrderId === null) return unsoldRefundPostings(amountMinor);
  const sold = await listLineMoney(tx, { sellerOrderId });
  const pieces = await tx.select().from(refundLines).where(eq(refundLines.refundId, id));
  const order = await getOrderHead(tx, orderId);
  if (!order) throw new Error(`Refund ${id} is for an order that is not there`);
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
        creditMinor: piece.creditMinor,
        commissionMinor: piece.commissionMinor,
      };
    }),
    order.customerId,
  );
}

async function requireRefund(db: Executor, refundId: string): Promise<Refund> {
  const [refund] = await db.select().from(refunds).where(eq(refunds.id, refundId));
  if (!refund) throw new Error(`Refund ${refundId} does not exist`);
  return refund;
}
