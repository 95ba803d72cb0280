import { eq, inArray, sql } from 'drizzle-orm';
import { payments, refundLines, refunds } from '@/db/schema/payments';
import { groupBy } from '@/lib/kernel/group-by';
import { newId } from '@/lib/kernel/ids';
import { sumMinor } from '@/lib/kernel/money';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import { listLineMoney, type LineQuantity, type SoldLine } from '@/lib/orders';
import { moneyOfUnits } from '@/lib/pricing';
import type { Transaction } from '@/lib/platform/database';
import { emitEvent } from '@/lib/platform/outbox';
import { refundRequested } from './events';
import { hasOpenDispute } from './dispute-queries';
import { settleRefund } from './refund';
import type { Payment } from './start-payment';

export type RefundRequest = {
  readonly orderId: string;
  readonly sellerOrderId: string;
  /** What asks for it, e.g. `cancellation:<uuid>`. The same thing is refunded once, however often it is asked. */
  readonly cause: string;
  readonly reason: string;
  readonly lines: readonly LineQuantity[];
  /** What was called off is owed in any case: while a dispute is open it waits. */
  readonly waitsForDisputes?: boolean;
};

/** Why a refund cannot be asked for. */
export type RefundRefusal = 'not_found' | 'refund_above_line' | 'refund_above_captured' | 'payment_disputed';

/** What the refund is, and what of it goes back to the buyer, in minor units. */
export type RequestedRefund = { readonly refundId: string; readonly amountMinor: number };

/**
 * Asks for the money of these pieces to go back the way it came: of each piece its own price, tax and commission, as
 * `moneyOfUnits` divides the line. Pieces are counted in the order in which they are asked back, so a line gives back
 * exactly what it was sold for. What store credit paid of them goes back to it, the rest by the provider. Refuses more
 * pieces of a line than have not been asked back (`refund_above_line`), more than is left of what was captured
 * (`refund_above_captured`), and anything while the buyer's bank asks for the money back itself (`payment_disputed`).
 * Refunds of one payment wait for each other.
 */
export async function requestRefund(
  tx: Transaction,
  request: RefundRequest,
): Promise<Result<RequestedRefund, RefundRefusal>> {
  const payment = await lockPaymentOf(tx, request.orderId);
  if (!payment) return refuse('not_found');
  const [before] = await tx.select().from(refunds).where(eq(refunds.cause, request.cause));
  if (before) return ok({ refundId: before.id, amountMinor: before.amountMinor });

  if (!request.waitsForDisputes && (await hasOpenDispute(tx, payment.id))) {
    return refuse('payment_disputed');
  }
  const pieces = await takePieces(tx, request);
  if (!pieces.ok) return pieces;
  const amountMinor = sumMinor(pieces.value.map((piece) => piece.amountMinor));
  const creditMinor = sumMinor(pieces.value.map((piece) => piece.creditMinor));
  const left = payment.capturedMinor - (await askedBack(tx, payment.id));
  if (amountMinor - creditMinor > left) return refuse('refund_above_captured', { leftMinor: left });

  const { orderId, sellerOrderId, cause, reason } = request;
  const status = amountMinor === creditMinor ? 'succeeded' : 'requested';
  const refund = await insertRefund(tx, payment, {
    ...{ orderId, sellerOrderId, cause, reason },
    ...{ amountMinor, creditMinor, status },
  });
  await tx.insert(refundLines).values(pieces.value.map((piece) => ({ ...piece, refundId: refund.id })));
  if (amountMinor === creditMinor) {
    await settleRefund(tx, refund);
  } else {
    await emitEvent(tx, refundRequested, {
      aggregateId: refund.id,
      aggregateVersion: 1,
      payload: { refundId: refund.id, orderId: request.orderId },
    });
  }
  return ok({ refundId: refund.id, amountMinor });
}

/** While it is locked, no refund of the order can be asked for. */
export async function lockPaymentOf(tx: Transaction, orderId: string): Promise<Payment | null> {
  const [payment] = await tx
    .select()
    .from(payments)
    .where(eq(payments.orderId, orderId))
    .for('no key update');
  return payment ?? null;
}

type Pieces = Omit<typeof refundLines.$inferSelect, 'refundId'>;

async function takePieces(
  tx: Transaction,
  { sellerOrderId, lines }: RefundRequest,
): Promise<Result<Pieces[], 'not_found' | 'refund_above_line'>> {
  const sold = new Map(
    (await listLineMoney(tx, { sellerOrderId })).map((line): [string, SoldLine] => [line.orderLineId, line]),
  );
  const back = await piecesAskedBack(tx, [...sold.keys()]);
  const pieces: Pieces[] = [];
  for (const { orderLineId, quantity } of lines) {
    const line = sold.get(orderLineId);
    if (!line) return refuse('not_found');
    const first = back.get(orderLineId) ?? 0;
    const left = line.quantity - first;
    if (quantity < 1 || quantity > left) return refuse('refund_above_line', { left });
    back.set(orderLineId, first + quantity);
    pieces.push(piecesOf(line, first, quantity));
  }
  return ok(pieces);
}

function piecesOf(line: SoldLine, first: number, quantity: number): Pieces {
  const { totalMinor, taxMinor, addedTaxMinor, marketDiscountMinor, creditMinor, commissionMinor } =
    moneyOfUnits(line, first, quantity);
  return {
    orderLineId: line.orderLineId,
    quantity,
    amountMinor: totalMinor,
    taxMinor,
    addedTaxMinor,
    marketDiscountMinor,
    creditMinor,
    commissionMinor,
  };
}

/** Every piece of a payment that was not asked back, as refunds that a lost dispute has paid: one a seller order. */
export async function refundRest(
  tx: Transaction,
  payment: Payment,
  disputeId: string,
): Promise<(typeof refunds.$inferSelect)[]> {
  const { orderId } = payment;
  const sold = await listLineMoney(tx, { orderId });
  const back = await piecesAskedBack(
    tx,
    sold.map(({ orderLineId }) => orderLineId),
  );
  const rest: (typeof refunds.$inferSelect)[] = [];
  for (const [sellerOrderId, lines] of groupBy(sold, (line) => line.sellerOrderId)) {
    const pieces = lines.flatMap((line) => {
      const first = back.get(line.orderLineId) ?? 0;
      return first < line.quantity ? [piecesOf(line, first, line.quantity - first)] : [];
    });
    if (pieces.length === 0) continue;
    const refund = await insertRefund(tx, payment, {
      orderId,
      sellerOrderId,
      cause: `dispute:${disputeId}:${sellerOrderId}`,
      reason: 'charged_back',
      amountMinor: sumMinor(pieces.map((piece) => piece.amountMinor)),
      creditMinor: sumMinor(pieces.map((piece) => piece.creditMinor)),
      status: 'succeeded',
      settledByDisputeId: disputeId,
    });
    await tx.insert(refundLines).values(pieces.map((piece) => ({ ...piece, refundId: refund.id })));
    rest.push(refund);
  }
  return rest;
}

/** A refund that failed is still owed: its pieces are not asked back again. */
async function piecesAskedBack(tx: Transaction, lineIds: readonly string[]): Promise<Map<string, number>> {
  const rows = await tx
    .select({
      orderLineId: refundLines.orderLineId,
      quantity: sql<number>`sum(${refundLines.quantity})::int`,
    })
    .from(refundLines)
    .where(inArray(refundLines.orderLineId, [...lineIds]))
    .groupBy(refundLines.orderLineId);
  return new Map(rows.map(({ orderLineId, quantity }) => [orderLineId, quantity]));
}

async function askedBack(tx: Transaction, paymentId: string): Promise<number> {
  const [row] = await tx
    .select({
      minor: sql<string>`coalesce(sum(${refunds.amountMinor} - ${refunds.creditMinor} - ${refunds.returnedMinor}), 0)`,
    })
    .from(refunds)
    .where(eq(refunds.paymentId, paymentId));
  return Number(row?.minor ?? 0);
}

async function insertRefund(
  tx: Transaction,
  payment: Payment,
  refund: Omit<typeof refunds.$inferInsert, 'id' | 'paymentId' | 'currency'>,
): Promise<typeof refunds.$inferSelect> {
  const { id: paymentId, currency } = payment;
  const [row] = await tx
    .insert(refunds)
    .values({ ...refund, id: newId(), paymentId, currency })
    .returning();
  if (!row) throw new Error('A refund was not written');
  return row;
}
