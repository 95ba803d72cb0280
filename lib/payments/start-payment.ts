import { and, eq, isNull, sql } from 'drizzle-orm';
import { payments } from '@/db/schema/payments';
import type { Currency } from '@/lib/kernel/money';
import type { Database, Executor, Transaction } from '@/lib/platform/database';
import { createIntent, retrieveClientSecret } from './gateway';

export type Payment = typeof payments.$inferSelect;

/** The payment an order waits for, written with the order. Nothing is asked of the provider yet. */
export async function insertPayment(
  tx: Transaction,
  payment: { readonly orderId: string; readonly amountMinor: number; readonly currency: Currency },
): Promise<string> {
  const [row] = await tx.insert(payments).values(payment).returning({ id: payments.id });
  if (!row) throw new Error('A payment was not written');
  return row.id;
}

export type PaymentStart = {
  readonly paymentId: string;
  readonly orderNumber: string;
  readonly email: string;
  readonly stripeCustomerId: string | null;
  readonly saveCard: boolean;
};

/**
 * Asks the provider for the payment's intent, after the order has been committed, and answers the secret with
 * which the browser confirms it. Asking again gives the same intent.
 */
export async function startPayment(
  db: Database,
  start: PaymentStart,
): Promise<{ readonly clientSecret: string }> {
  const payment = await requirePayment(db, start.paymentId);
  if (payment.intentId) return { clientSecret: await retrieveClientSecret(payment.intentId) };
  const { intentId, clientSecret } = await createIntent({
    ...start,
    amountMinor: payment.amountMinor,
    currency: payment.currency,
  });
  await db
    .update(payments)
    .set({
      intentId,
      status: sql`case when ${payments.status} = 'created' then 'requires_payment'::payment_status else ${payments.status} end`,
    })
    .where(and(eq(payments.id, payment.id), isNull(payments.intentId)));
  return { clientSecret };
}

/** How an order's payment stands, for its page; null before there is one. */
export async function getPaymentOfOrder(db: Executor, orderId: string): Promise<Payment | null> {
  const [row] = await db.select().from(payments).where(eq(payments.orderId, orderId));
  return row ?? null;
}

async function requirePayment(db: Executor, paymentId: string): Promise<Payment> {
  const [row] = await db.select().from(payments).where(eq(payments.id, paymentId));
  if (!row) throw new Error(`Payment ${paymentId} does not exist`);
  return row;
}
