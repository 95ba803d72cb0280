import type { LineQuantity } from '@/lib/orders';
import type { Database } from '@/lib/platform/database';
import { isChargedBack } from './dispute-queries';
import { requestRefund } from './request-refund';

/** Asks for the money of pieces that were called off to go back; once, however often this is called. */
export async function refundCancelledLines(
  db: Database,
  cancelled: {
    readonly orderId: string;
    readonly sellerOrderId: string;
    readonly cancellationId: string;
    readonly lines: readonly LineQuantity[];
    readonly reason: string;
  },
): Promise<void> {
  const { cancellationId, orderId, sellerOrderId, lines, reason } = cancelled;
  const cause = `cancellation:${cancellationId}`;
  const asked = await db.transaction((tx) =>
    requestRefund(tx, { orderId, sellerOrderId, cause, reason, lines, waitsForDisputes: true }),
  );
  // What was open to be cancelled was never refunded before, unless the buyer's bank did so.
  if (!asked.ok && !(await isChargedBack(db, orderId)))
    throw new Error(`Cancellation ${cancellationId} cannot be refunded: ${asked.error}`);
}
