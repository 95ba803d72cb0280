import { z } from 'zod';
import { defineApiRoute } from '@/lib/http';
import { ok } from '@/lib/kernel/result';
import { listSellerOrders } from '@/lib/orders';
import { SELLER_QUEUES } from '@/lib/orders/model';
import { next, page } from '../shared-shapes';
import { orderSummary } from './order-resource';

export const GET = defineApiRoute({
  name: 'api.list-orders',
  scope: 'orders:read',
  query: z.object({ queue: z.enum(SELLER_QUEUES).optional(), ...page }),
  answer: z.object({ items: z.array(orderSummary), next }),
  handler: async ({ db, caller, query: { queue = null, after = null, limit } }) => {
    const found = await listSellerOrders(db, caller.sellerId, queue, { limit, after });
    const items = found.items.map((order) => ({
      id: order.sellerOrderId,
      number: order.orderNumber,
      status: order.status,
      buyerName: order.buyerName,
      itemCount: order.itemCount,
      total: order.total,
      placedAt: order.placedAt,
      promisedTo: order.promisedTo,
      isLate: order.isLate,
    }));
    return ok({ items, next: found.next });
  },
});
