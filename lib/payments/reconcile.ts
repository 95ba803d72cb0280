import { eq, sql } from 'drizzle-orm';
import { payments } from '@/db/schema/payments';
import { listExpiredHolds } from '@/lib/inventory';
import { refuse } from '@/lib/kernel/result';
import { cancelUnpaidOrder } from '@/lib/orders';
import type { Database } from '@/lib/platform/database';
import { log } from '@/lib/platform/log';
import { cancelIntent, retrieveIntent, type Intent } from './gateway';
import { recordIntent } from './record-intent';
import { listUnsettledRefunds, refreshRefund } from './refund';

const UNSETTLED_AFTER_SECONDS = 600;
const BATCH = 100;

/**
 * Looks at one payment as the provider has it, for a buyer who came back before the webhook did. Answers the intent
 * that may still be paid; null when there is none yet, or the payment has been made.
 */
export async function refreshPayment(db: Database, orderId: string, now: Date): Promise<Intent | null> {
  const [payment] = await db.select().from(payments).where(eq(payments.orderId, orderId));
  if (!payment?.intentId || payment.status === 'captured') return null;
  const intent = await retrieveIntent(payment.intentId);
  const recorded = await recordIntent(db, intent, now);
  if (!recorded.ok) log.error({ orderId, ...recorded }, 'an intent does not fit our payment');
  return intent.status === 'captured' ? null : intent;
}

/** Ends the intent of an order that was called off, so that its payment page cannot be paid any more. */
export async function abandonPayment(db: Database, orderId: string): Promise<void> {
  const [payment] = await db.select().from(payments).where(eq(payments.orderId, orderId));
  if (payment?.intentId && payment.status !== 'captured') await cancelIntent(payment.intentId);
}

/** Asks the provider about every payment and refund that has not settled for ten minutes. */
export async function reconcilePayments(db: Database, now: Date): Promise<void> {
  const waiting = await db.execute<{ order_id: string }>(sql`
    select order_id from payments
    where status in ('created', 'requires_payment', 'processing') and intent_id is not null
      and updated_at < now() - make_interval(secs => ${UNSETTLED_AFTER_SECONDS})
    order by updated_at limit ${BATCH}`);
  await forEach(waiting, 'payment', (row) => refreshPayment(db, row.order_id, now));
  const refunds = await listUnsettledRefunds(db, UNSETTLED_AFTER_SECONDS, BATCH);
  await forEach(refunds, 'refund', (refundId) => refreshRefund(db, refundId));
}

/**
 * Ends orders whose hold ran out unpaid. The provider is asked first to end the intent, so that nobody pays
 * for an order that is gone; one that is being paid right now is left to its payment.
 */
export async function expireUnpaidOrders(db: Database, now: Date): Promise<void> {
  const expired = await listExpiredHolds(db, BATCH);
  await forEach(expired, 'order', (orderId) => expireOrder(db, orderId, now));
}

async function expireOrder(db: Database, orderId: string, now: Date): Promise<void> {
  const [payment] = await db.select().from(payments).where(eq(payments.orderId, orderId));
  if (payment?.intentId) {
    const status = await cancelIntent(payment.intentId);
    if (status === 'captured' || status === 'processing') {
      await refreshPayment(db, orderId, now);
      return;
    }
  }
  const cancelled = await db.transaction(async (tx) => {
    const [locked] = await tx
      .select()
      .from(payments)
      .where(eq(payments.orderId, orderId))
      .for('no key update');
    if (locked?.status === 'captured') return refuse('illegal_transition');
    await tx.update(payments).set({ status: 'cancelled' }).where(eq(payments.orderId, orderId));
    return cancelUnpaidOrder(tx, orderId, 'system', 'payment_expired', now);
  });
  if (!cancelled.ok) log.warn({ orderId, error: cancelled.error }, 'an expired order could not be ended');
}

/** One that fails is logged and stays for the next time; it never keeps the others waiting. */
async function forEach<Item>(
  items: readonly Item[],
  what: string,
  run: (item: Item) => Promise<unknown>,
): Promise<void> {
  for (const item of items) {
    try {
      await run(item);
    } catch (error) {
      log.error({ err: error, [what]: item }, `a ${what} could not be reconciled`);
    }
  }
}
