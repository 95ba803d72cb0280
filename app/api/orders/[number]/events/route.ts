import { z } from 'zod';
import { openOrder } from '@/app/[locale]/(shop)/orders/order-reader';
import { getOrderState } from '@/lib/returns';
import { defineRoute } from '@/lib/http';
import { refuse } from '@/lib/kernel/result';
import { watchOrder } from '@/lib/orders';
import { eventStream } from '../../../event-stream';

/** The order's state at once and after every change, for its open page. */
export const GET = defineRoute({
  name: 'orders.events',
  policy: 'public',
  params: z.object({ number: z.string() }),
  rateLimit: { limit: 120, windowSeconds: 60, by: 'ip' },
  handler: async ({ db, actor, params, request }) => {
    const open = await openOrder(db, actor, params.number);
    if (!open) return refuse('not_found');
    return eventStream(request, {
      read: () => getOrderState(db, open.orderId),
      watch: (onChange) => watchOrder(open.orderId, onChange),
    });
  },
});
