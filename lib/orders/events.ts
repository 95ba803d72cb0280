import { z } from 'zod';
import { defineEvent } from '@/lib/platform/outbox';

const order = z.object({ orderId: z.uuid(), number: z.string() });
const sellerOrder = z.object({ orderId: z.uuid(), sellerOrderId: z.uuid(), sellerId: z.uuid() });

export const orderPlaced = defineEvent('order.placed', 1, order);
export const orderPaid = defineEvent('order.paid', 1, order);
/** Ended before it was paid, or paid too late to be kept. */
export const orderCancelled = defineEvent('order.cancelled', 1, order.extend({ reason: z.string() }));

export const sellerOrderAccepted = defineEvent('seller_order.accepted', 1, sellerOrder);
/** Something of it has left, something has not. */
export const sellerOrderPartlyShipped = defineEvent('seller_order.partly_shipped', 1, sellerOrder);
/** Everything that was not cancelled has left. */
export const sellerOrderShipped = defineEvent('seller_order.shipped', 1, sellerOrder);
/** All its parcels have arrived. */
export const sellerOrderDelivered = defineEvent('seller_order.delivered', 1, sellerOrder);
/** The promise has passed, and not everything has arrived. Told once. */
export const sellerOrderLate = defineEvent('seller_order.late', 1, sellerOrder);
/**
 * These pieces of a paid part were called off: their money goes back. `ended` when nothing is left of the part, which
 * is told by `seller_order.cancelled`, too.
 */
export const sellerOrderLinesCancelled = defineEvent(
  'seller_order.lines_cancelled',
  1,
  sellerOrder.extend({
    cancellationId: z.uuid(),
    lines: z.array(z.object({ orderLineId: z.uuid(), quantity: z.number().int().positive() })).min(1),
    reason: z.string(),
    ended: z.boolean(),
  }),
);
/** A paid part was called off as a whole. */
export const sellerOrderCancelled = defineEvent(
  'seller_order.cancelled',
  1,
  sellerOrder.extend({ reason: z.string() }),
);
