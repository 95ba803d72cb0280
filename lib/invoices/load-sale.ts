import { asc, eq, min } from 'drizzle-orm';
import { shipments } from '@/db/schema/fulfilment';
import type { SaleContent } from '@/db/schema/invoices';
import { orderLines, orders, sellerOrders } from '@/db/schema/orders';
import type { Currency } from '@/lib/kernel/money';
import type { Executor } from '@/lib/platform/database';
import { buyerParty, sellerParty } from './parties';

export type SoldLine = typeof orderLines.$inferSelect;

/** A seller order of which something has left: who sold what to whom, as it is now. */
export type Sale = {
  readonly orderId: string;
  readonly sellerOrderId: string;
  readonly sellerId: string;
  readonly currency: Currency;
  readonly head: Omit<SaleContent, 'lines'>;
  readonly lines: readonly SoldLine[];
};

/** Null when nothing of it has been paid for and sent. */
export async function loadSale(db: Executor, sellerOrderId: string): Promise<Sale | null> {
  const [[row], [first], lines] = await Promise.all([
    db
      .select({ part: sellerOrders, order: orders })
      .from(sellerOrders)
      .innerJoin(orders, eq(orders.id, sellerOrders.orderId))
      .where(eq(sellerOrders.id, sellerOrderId)),
    db
      .select({ leftAt: min(shipments.shippedAt) })
      .from(shipments)
      .where(eq(shipments.sellerOrderId, sellerOrderId)),
    db
      .select()
      .from(orderLines)
      .where(eq(orderLines.sellerOrderId, sellerOrderId))
      .orderBy(asc(orderLines.position)),
  ]);
  if (!row?.order.paidAt || !first?.leftAt) return null;
  const { part, order } = row;
  return {
    orderId: part.orderId,
    sellerOrderId,
    sellerId: part.sellerId,
    currency: part.currency,
    head: {
      about: 'sale',
      issuer: await sellerParty(db, part.sellerId),
      recipient: buyerParty(order.shippingAddress),
      orderNumber: order.number,
      orderedAt: order.placedAt.toISOString(),
      paidAt: row.order.paidAt.toISOString(),
      suppliedAt: first.leftAt.toISOString(),
      taxMode: part.taxMode,
    },
    lines,
  };
}
