import { asc, eq, sql } from 'drizzle-orm';
import { payments, refunds } from '@/db/schema/payments';
import { publicId } from '@/lib/kernel/ids';
import type { Executor } from '@/lib/platform/database';
import type { PaymentView, RefundView } from './model';

/** How an order was, or is to be, paid, and what went back; null when there is no such order. */
export async function getPayment(db: Executor, orderId: string): Promise<PaymentView | null> {
  const [payment] = await db.select().from(payments).where(eq(payments.orderId, orderId));
  if (!payment) return null;
  const back = await db
    .select()
    .from(refunds)
    .where(eq(refunds.orderId, orderId))
    .orderBy(asc(refunds.createdAt));
  const { status, method, failureCode, amountMinor, currency } = payment;
  return { status, method, failureCode, amount: { amountMinor, currency }, refunds: back.map(toRefundView) };
}

export async function getRefund(db: Executor, refundId: string): Promise<RefundView | null> {
  const [refund] = await db.select().from(refunds).where(eq(refunds.id, refundId));
  return refund ? toRefundView(refund) : null;
}

/** Changes with whatever a reader of the payment would see change. */
export async function getPaymentVersion(db: Executor, orderId: string): Promise<string> {
  const [row] = await db.execute<{ version: string }>(sql`
    select concat_ws('-', p.status, p.failure_code,
      (select string_agg(r.status::text, '-' order by r.created_at) from refunds r where r.order_id = p.order_id)) as version
    from payments p where p.order_id = ${orderId}`);
  return row?.version ?? '';
}

function toRefundView(refund: typeof refunds.$inferSelect): RefundView {
  return {
    refundId: publicId('ref', refund.id),
    sellerOrderId: refund.sellerOrderId === null ? null : publicId('slo', refund.sellerOrderId),
    status: refund.status,
    amount: { amountMinor: refund.amountMinor, currency: refund.currency },
    requestedAt: refund.createdAt.toISOString(),
  };
}
