import { asc, eq, inArray, sql } from 'drizzle-orm';
import { payments, refundLines, refunds } from '@/db/schema/payments';
import { publicId } from '@/lib/kernel/ids';
import { sumMinor, type Money } from '@/lib/kernel/money';
import type { Executor } from '@/lib/platform/database';
import type { PaymentView, RefundView } from './model';

/** How an order was, or is to be, paid, and what went back; null when there is no such order. */
export async function getPayment(db: Executor, orderId: string): Promise<PaymentView | null> {
  const [payment] = await db.select().from(payments).where(eq(payments.orderId, orderId));
  if (!payment) return null;
  const { status, method, failureCode, amountMinor, currency } = payment;
  const amount = { amountMinor, currency };
  return {
    status,
    method,
    failureCode,
    amount,
    refunds: await listRefunds(db, eq(refunds.orderId, orderId)),
  };
}

/** What went back of one seller's part. For whoever may read it. */
export function listRefundsOfSellerOrder(db: Executor, sellerOrderId: string): Promise<RefundView[]> {
  return listRefunds(db, eq(refunds.sellerOrderId, sellerOrderId));
}

export async function getRefund(db: Executor, refundId: string): Promise<RefundView | null> {
  const [refund] = await listRefunds(db, eq(refunds.id, refundId));
  return refund ?? null;
}

/** What was asked back for this cause; null when nothing was. */
export async function getRefundByCause(db: Executor, cause: string): Promise<RefundView | null> {
  const [refund] = await listRefunds(db, eq(refunds.cause, cause));
  return refund ?? null;
}

/** Changes with whatever a reader of the payment would see change. */
export async function getPaymentVersion(db: Executor, orderId: string): Promise<string> {
  const [row] = await db.execute<{ version: string }>(sql`
    select concat_ws('-', p.status, p.failure_code,
      (select string_agg(r.status::text, '-' order by r.created_at) from refunds r where r.order_id = p.order_id)) as version
    from payments p where p.order_id = ${orderId}`);
  return row?.version ?? '';
}

async function listRefunds(db: Executor, which: ReturnType<typeof eq>): Promise<RefundView[]> {
  const rows = await db.select().from(refunds).where(which).orderBy(asc(refunds.createdAt));
  if (rows.length === 0) return [];
  const pieces = await db
    .select()
    .from(refundLines)
    .where(
      inArray(
        refundLines.refundId,
        rows.map(({ id }) => id),
      ),
    );
  return rows.map((row) =>
    toRefundView(
      row,
      pieces.filter(({ refundId }) => refundId === row.id),
    ),
  );
}

function toRefundView(
  refund: typeof refunds.$inferSelect,
  pieces: readonly (typeof refundLines.$inferSelect)[],
): RefundView {
  const money = (amountMinor: number): Money => ({ amountMinor, currency: refund.currency });
  const commissionMinor = sumMinor(pieces.map((piece) => piece.commissionMinor));
  const addedTaxMinor = sumMinor(pieces.map((piece) => piece.addedTaxMinor));
  const promotedMinor = sumMinor(pieces.map((piece) => piece.marketDiscountMinor));
  return {
    refundId: publicId('ref', refund.id),
    sellerOrderId: refund.sellerOrderId === null ? null : publicId('slo', refund.sellerOrderId),
    status: refund.status,
    reason: refund.reason,
    failures: refund.failures,
    amount: money(refund.amountMinor),
    toCredit: money(refund.creditMinor),
    commission: money(commissionMinor),
    fromSeller: money(refund.amountMinor - addedTaxMinor + promotedMinor - commissionMinor),
    lines: pieces.map(({ orderLineId, quantity }) => ({ lineId: publicId('oln', orderLineId), quantity })),
    requestedAt: refund.createdAt.toISOString(),
  };
}
