import { eq, sql } from 'drizzle-orm';
import { payments, refunds } from '@/db/schema/payments';
import type { Database } from '@/lib/platform/database';
import { stripe } from '@/lib/platform/stripe';

const AT_ONCE = 8;

/**
 * Has the payment sandbox know the payments of orders that can still be cancelled, with what of them was refunded, so
 * that their refunds go through it like any other.
 */
export async function payOpenOrders(db: Database): Promise<void> {
  const open = await db.execute<{ id: string; amount_minor: string; currency: string }>(sql`
    select distinct payment.id, payment.amount_minor, payment.currency
    from payments payment join seller_orders part on part.order_id = payment.order_id
    where part.status in ('to_accept', 'to_ship') and payment.intent_id is null`);
  for (let start = 0; start < open.length; start += AT_ONCE) {
    await Promise.all(
      open.slice(start, start + AT_ONCE).map(async (payment) => {
        const intent = await stripe().paymentIntents.create(
          {
            amount: Number(payment.amount_minor),
            currency: payment.currency.toLowerCase(),
            payment_method: 'pm_card_visa',
            automatic_payment_methods: { enabled: true, allow_redirects: 'never' },
            capture_method: 'automatic',
            confirm: true,
            metadata: { payment_id: payment.id },
          },
          { idempotencyKey: `payment-${payment.id}` },
        );
        await refundCancelledParts(db, payment.id, intent.id);
        await db.update(payments).set({ intentId: intent.id }).where(eq(payments.id, payment.id));
      }),
    );
  }
}

async function refundCancelledParts(db: Database, paymentId: string, intentId: string): Promise<void> {
  const back = await db.select().from(refunds).where(eq(refunds.paymentId, paymentId));
  for (const { id, amountMinor } of back) {
    const made = await stripe().refunds.create(
      { payment_intent: intentId, amount: amountMinor, metadata: { refund_id: id } },
      { idempotencyKey: `refund-${id}` },
    );
    await db.update(refunds).set({ providerRefundId: made.id }).where(eq(refunds.id, id));
  }
}
