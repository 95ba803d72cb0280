import { and, eq, isNull, sql } from 'drizzle-orm';
import { payments } from '@/db/schema/payments';
import type { Currency } from '@/lib/kernel/money';
import type { Database, Executor, Transaction } from '@/lib/platform/database';
import { cancelIntent, createIntent, reopenIntent, retrieveClientSecret } from './gateway';

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
  /** Keep the card for the next purchase. Left out: as it was asked for before. */
  readonly saveCard?: boolean;
};

/**
 * Asks the provider for the payment's intent, after the order has been committed, and answers the secret with
 * which the browser confirms it. A payment has one intent: asking again gives the same, changed to what is asked
 * now, and nobody is ever given the secret of another. So nothing can be paid twice.
 */
export async function startPayment(
  db: Database,
  start: PaymentStart,
): Promise<{ readonly clientSecret: string }> {
  const payment = await requirePayment(db, start.paymentId);
  const clientSecret = payment.intentId
    ? await openAgain(payment.intentId, start)
    : await openFirst(db, payment, start);
  return { clientSecret };
}

function openAgain(
  intentId: string,
  { saveCard, stripeCustomerId }: Pick<PaymentStart, 'saveCard' | 'stripeCustomerId'>,
): Promise<string> {
  return saveCard === undefined
    ? retrieveClientSecret(intentId)
    : reopenIntent(intentId, { saveCard, stripeCustomerId });
}

/** Whoever writes the intent's id first has opened the payment. The others end what they made, and open that one. */
async function openFirst(db: Database, payment: Payment, start: PaymentStart): Promise<string> {
  const made = await createIntent({
    ...start,
    saveCard: start.saveCard ?? false,
    amountMinor: payment.amountMinor,
    currency: payment.currency,
  });
  const intentId = await keepIntent(db, payment.id, made.intentId);
  if (intentId === made.intentId) return made.clientSecret;
  await cancelIntent(made.intentId);
  return openAgain(intentId, start);
}

/** The payment's intent: `intentId`, unless it has got another in the meantime. */
async function keepIntent(db: Database, paymentId: string, intentId: string): Promise<string> {
  await db
    .update(payments)
    .set({
      intentId,
      status: sql`case when ${payments.status} = 'created' then 'requires_payment'::payment_status else ${payments.status} end`,
    })
    .where(and(eq(payments.id, paymentId), isNull(payments.intentId)));
  const kept = await requirePayment(db, paymentId);
  if (!kept.intentId) throw new Error(`Payment ${paymentId} did not keep its intent`);
  return kept.intentId;
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
