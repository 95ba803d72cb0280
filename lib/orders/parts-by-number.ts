import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import { orderLines, orders, sellerOrders } from '@/db/schema/orders';
import type { Executor } from '@/lib/platform/database';
import type { SellerOrderStatus } from './model';
import type { LineQuantity } from './open-quantities';

/** One seller's part of an order, with what of it is neither sent nor cancelled. */
export type OpenPart = {
  readonly sellerOrderId: string;
  readonly orderNumber: string;
  readonly status: SellerOrderStatus;
  readonly open: readonly LineQuantity[];
};

/** A seller's own parts of the orders with these numbers; what is foreign, unpaid or unknown is left out. */
export async function listPartsByNumber(
  db: Executor,
  sellerId: string,
  orderNumbers: readonly string[],
): Promise<ReadonlyMap<string, OpenPart>> {
  if (orderNumbers.length === 0) return new Map();
  const rows = await db
    .select({
      sellerOrderId: sellerOrders.id,
      orderNumber: orders.number,
      status: sellerOrders.status,
      orderLineId: orderLines.id,
      quantity: sql<number>`${orderLines.quantity} - ${orderLines.cancelledQuantity} - ${orderLines.shippedQuantity}`,
    })
    .from(orders)
    .innerJoin(sellerOrders, eq(sellerOrders.orderId, orders.id))
    .innerJoin(orderLines, eq(orderLines.sellerOrderId, sellerOrders.id))
    .where(
      and(
        inArray(orders.number, [...orderNumbers]),
        eq(sellerOrders.sellerId, sellerId),
        sql`${sellerOrders.status} <> 'pending_payment'`,
      ),
    )
    .orderBy(asc(orderLines.position));
  const parts = new Map<string, OpenPart>();
  for (const { orderLineId, quantity, ...part } of rows) {
    const open = parts.get(part.orderNumber)?.open ?? [];
    const line = { orderLineId, quantity };
    parts.set(part.orderNumber, { ...part, open: quantity > 0 ? [...open, line] : open });
  }
  return parts;
}
