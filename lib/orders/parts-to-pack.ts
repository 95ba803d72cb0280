import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import { orderLines, orders, sellerOrders } from '@/db/schema/orders';
import { groupBy } from '@/lib/kernel/group-by';
import { publicId } from '@/lib/kernel/ids';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import type { Executor } from '@/lib/platform/database';
import type { PartToPack } from './model';
import { storedPicture } from './stored-picture';

const OPEN = sql<number>`${orderLines.quantity} - ${orderLines.cancelledQuantity} - ${orderLines.shippedQuantity}`;

const PACKED = sql<number>`least(${OPEN}, greatest(${orderLines.packedQuantity} - ${orderLines.shippedQuantity}, 0))`;

/** More are packed in several goes. */
const MOST_PARTS = 50;

/**
 * What of these parts is still to be sent, what is promised soonest first; without ids that of the parts accepted, as
 * many as are packed in one go. Parts with nothing left are left out. Refuses all (`not_found`) when one is another
 * seller's or unpaid.
 */
export async function listPartsToPack(
  db: Executor,
  sellerId: string,
  sellerOrderIds: readonly string[],
): Promise<Result<PartToPack[], 'not_found'>> {
  const wanted = [...new Set(sellerOrderIds)];
  const parts = await db
    .select({ part: sellerOrders, order: orders })
    .from(sellerOrders)
    .innerJoin(orders, eq(orders.id, sellerOrders.orderId))
    .where(and(eq(sellerOrders.sellerId, sellerId), chosen(wanted)))
    .orderBy(asc(sellerOrders.promisedTo), asc(sellerOrders.id))
    .limit(wanted.length || MOST_PARTS);
  if (parts.length < wanted.length) return refuse('not_found');
  const lines = groupBy(
    await listOpenLines(
      db,
      parts.map(({ part }) => part.id),
    ),
    (line) => line.sellerOrderId,
  );
  return ok(
    parts.flatMap(({ part, order }) => {
      const open = lines.get(part.id);
      if (!open) return [];
      return {
        sellerOrderId: publicId('slo', part.id),
        orderNumber: order.number,
        status: part.status,
        placedAt: order.placedAt.toISOString(),
        address: order.shippingAddress,
        lines: open.map(({ lineId, imageKey, sellerOrderId: _part, ...line }) => ({
          ...line,
          lineId: publicId('oln', lineId),
          image: storedPicture(imageKey, line.title),
        })),
      };
    }),
  );
}

function chosen(wanted: readonly string[]) {
  return wanted.length > 0
    ? and(inArray(sellerOrders.id, wanted), sql`${sellerOrders.status} <> 'pending_payment'`)
    : inArray(sellerOrders.status, ['to_ship', 'partly_shipped']);
}

function listOpenLines(db: Executor, sellerOrderIds: readonly string[]) {
  return db
    .select({
      sellerOrderId: orderLines.sellerOrderId,
      lineId: orderLines.id,
      variantId: orderLines.variantId,
      offerId: orderLines.offerId,
      title: orderLines.title,
      variantLabel: orderLines.variantLabel,
      sellerSku: orderLines.sellerSku,
      imageKey: orderLines.imageKey,
      quantity: OPEN,
      packed: PACKED,
    })
    .from(orderLines)
    .where(and(inArray(orderLines.sellerOrderId, [...sellerOrderIds]), sql`${OPEN} > 0`))
    .orderBy(asc(orderLines.position));
}
