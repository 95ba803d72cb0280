import { and, eq } from 'drizzle-orm';
import { payments, refunds } from '@/db/schema/payments';
import { allocateStock, extendHold } from '@/lib/inventory';
import { newId } from '@/lib/kernel/ids';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import { postEntry, salePostings, unsoldPaymentPostings } from '@/lib/ledger';
import { cancelUnpaidOrder, listLineMoney, lockOrderStatus, markOrderPaid } from '@/lib/orders';
import type { Database, Transaction } from '@/lib/platform/database';
import { emitEvent } from '@/lib/platform/outbox';
import { refundRequested } from './events';
import type { Intent } from './gateway';
import type { Payment } from './start-payment';

/** While the provider is still deciding, the buyer keeps the goods this long. */
const PROCESSING_HOLD_SECONDS = 3600;

/**
 * Brings our payment to what the provider says of its intent. The truth is the intent as it is now, not the
 * event that made us look, so duplicates, late and reordered events do no harm. A capture pays the order;
 * when its goods were sold meanwhile, or the order has ended, the money goes straight back. An intent that was made
 * for the payment and lost to another has no say; `conflict` is one that was paid all the same.
 */
export async function recordIntent(
  db: Database,
  intent: Intent,
  now: Date,
): Promise<Result<void, 'not_found' | 'amount_mismatch' | 'conflict'>> {
  return db.transaction(async (tx) => {
    const payment = await lockPayment(tx, intent);
    if (!payment) return refuse('not_found');
    if (payment.intentId !== null && payment.intentId !== intent.intentId) {
      return intent.status === 'captured' ? refuse('conflict') : ok(undefined);
    }
    if (payment.status === 'captured') return ok(undefined);
    if (intent.currency !== payment.currency || intent.amountMinor !== payment.amountMinor) {
      return refuse('amount_mismatch', { expected: payment.amountMinor, actual: intent.amountMinor });
    }
    if (intent.status === 'captured') {
      if (intent.receivedMinor !== payment.amountMinor) {
        return refuse('amount_mismatch', { expected: payment.amountMinor, actual: intent.receivedMinor });
      }
      await capture(tx, payment, intent, now);
    } else {
      await note(tx, payment, intent);
    }
    return ok(undefined);
  });
}

async function capture(tx: Transaction, payment: Payment, intent: Intent, now: Date): Promise<void> {
  await tx
    .update(payments)
    .set({
      status: 'captured',
      intentId: intent.intentId,
      capturedMinor: intent.receivedMinor,
      method: intent.method,
      failureCode: null,
      capturedAt: now,
    })
    .where(eq(payments.id, payment.id));

  await settle(tx, payment, now);
}

/**
 * Pays, in the transaction that places it, an order for which store credit pays everything: nothing is asked of the
 * provider. Expects its stock to be reserved and its credit to be held.
 */
export async function settleWithoutProvider(tx: Transaction, orderId: string, now: Date): Promise<void> {
  const [payment] = await tx
    .update(payments)
    .set({ status: 'captured', capturedAt: now })
    .where(and(eq(payments.orderId, orderId), eq(payments.amountMinor, 0)))
    .returning();
  if (!payment) throw new Error(`Order ${orderId} is to be paid by card`);
  await settle(tx, payment, now);
}

/** The money is there: the order is paid, or the money goes straight back. */
async function settle(tx: Transaction, payment: Payment, now: Date): Promise<void> {
  const status = await lockOrderStatus(tx, payment.orderId);
  if (status !== 'pending_payment') {
    await refundWhole(tx, payment, 'order_ended');
    return;
  }
  const allocated = await allocateStock(tx, payment.orderId);
  if (!allocated.ok) {
    await cancelUnpaidOrder(tx, payment.orderId, 'system', 'sold_out', now);
    await refundWhole(tx, payment, 'sold_out');
    return;
  }
  const paid = await markOrderPaid(tx, payment.orderId, now);
  if (!paid.ok) throw new Error(`Order ${payment.orderId} could not be paid: ${paid.error}`);
  await postEntry(tx, {
    kind: 'sale',
    reference: `payment:${payment.id}`,
    orderId: payment.orderId,
    currency: payment.currency,
    postings: salePostings(await listLineMoney(tx, { orderId: payment.orderId })),
  });
}

/** An attempt failed, is being processed, or the intent ended: the order still waits, or expires by itself. */
async function note(tx: Transaction, payment: Payment, intent: Intent): Promise<void> {
  await tx
    .update(payments)
    .set({ status: intent.status, intentId: intent.intentId, failureCode: intent.failureCode })
    .where(eq(payments.id, payment.id));
  if (intent.status === 'processing') await extendHold(tx, payment.orderId, PROCESSING_HOLD_SECONDS);
}

/** Money that bought nothing is in the books all the same, as the buyer's, until it is back with them. */
async function refundWhole(tx: Transaction, payment: Payment, reason: string): Promise<void> {
  await postEntry(tx, {
    kind: 'unsold_payment',
    reference: `payment:${payment.id}`,
    orderId: payment.orderId,
    currency: payment.currency,
    postings: unsoldPaymentPostings(payment.amountMinor),
  });
  const refundId = newId();
  await tx.insert(refunds).values({
    id: refundId,
    paymentId: payment.id,
    orderId: payment.orderId,
    currency: payment.currency,
    amountMinor: payment.amountMinor,
    reason,
  });
  await emitEvent(tx, refundRequested, {
    aggregateId: refundId,
    aggregateVersion: 1,
    payload: { refundId, orderId: payment.orderId },
  });
}

async function lockPayment(tx: Transaction, intent: Intent): Promise<Payment | null> {
  const which = intent.paymentId ? eq(payments.id, intent.paymentId) : eq(payments.intentId, intent.intentId);
  const [row] = await tx.select().from(payments).where(which).for('no key update');
  return row ?? null;
}
