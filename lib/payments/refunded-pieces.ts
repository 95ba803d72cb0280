import { asc, eq, type SQL } from 'drizzle-orm';
import { refundLines, refunds } from '@/db/schema/payments';
import { groupBy } from '@/lib/kernel/group-by';
import type { Executor, Transaction } from '@/lib/platform/database';
import { lockPaymentOf } from './request-refund';

/** What a refund gives back, piece by piece, in minor units. */
export type RefundedPieces = {
  readonly refundId: string;
  readonly orderId: string;
  readonly sellerOrderId: string;
  readonly status: (typeof refunds.$inferSelect)['status'];
  readonly lines: readonly {
    readonly orderLineId: string;
    readonly quantity: number;
    readonly amountMinor: number;
    readonly taxMinor: number;
  }[];
};

/** The pieces of a refund; null when it is of a payment that bought nothing. */
export async function getRefundedPieces(db: Executor, refundId: string): Promise<RefundedPieces | null> {
  const [found] = await loadPieces(db, eq(refunds.id, refundId));
  return found ?? null;
}

/** All that was asked back of a seller order so far; nothing more of its order can be until `tx` ends. */
export async function lockRefundedPieces(
  tx: Transaction,
  { orderId, sellerOrderId }: { readonly orderId: string; readonly sellerOrderId: string },
): Promise<RefundedPieces[]> {
  await lockPaymentOf(tx, orderId);
  return loadPieces(tx, eq(refunds.sellerOrderId, sellerOrderId));
}

async function loadPieces(db: Executor, which: SQL): Promise<RefundedPieces[]> {
  const rows = await db
    .select({ refund: refunds, piece: refundLines })
    .from(refunds)
    .innerJoin(refundLines, eq(refundLines.refundId, refunds.id))
    .where(which)
    .orderBy(asc(refunds.id), asc(refundLines.orderLineId));
  return [...groupBy(rows, ({ refund }) => refund.id).values()].flatMap((pieces) => {
    const { id: refundId, orderId, sellerOrderId, status } = pieces[0]!.refund;
    return sellerOrderId === null
      ? []
      : [{ refundId, orderId, sellerOrderId, status, lines: pieces.map(({ piece }) => piece) }];
  });
}
