import { z } from 'zod';
import { chosenOrders } from '@/app/[locale]/seller/orders/chosen-orders';
import { publicUuid } from '@/app/[locale]/public-uuid';
import { listPartsToScan } from '@/lib/fulfilment';
import { DESK, defineRoute } from '@/lib/http';
import { packLines } from '@/lib/orders';

const WINDOW_SECONDS = 600;

/** What of the chosen orders, or of all accepted ones, is to be put into boxes, for the device that packs it. */
export const GET = defineRoute({
  name: 'seller.parts-to-scan',
  policy: DESK.handleOrders,
  query: chosenOrders,
  rateLimit: { limit: 120, windowSeconds: WINDOW_SECONDS, by: 'actor' },
  handler: ({ db, seller, query }) => listPartsToScan(db, seller.sellerId, query.sellerOrderIds),
});

const packed = z.object({
  sellerOrderId: publicUuid('slo'),
  lines: z
    .array(z.object({ orderLineId: publicUuid('oln'), quantity: z.int().min(1).max(1_000_000) }))
    .min(1)
    .max(500),
  idempotencyKey: z.uuid(),
});

/**
 * What was packed, told once the device has a signal, and possibly again. A route and no action: it may come from a
 * page, or a service worker, of an older version, and the addresses of actions change with each.
 */
export const POST = defineRoute({
  name: 'seller.pack',
  policy: DESK.handleOrders,
  body: packed,
  rateLimit: { limit: 600, windowSeconds: WINDOW_SECONDS, by: 'actor' },
  handler: ({ db, seller, actor, clock, body }) =>
    packLines(db, { ...body, sellerId: seller.sellerId, userId: actor.userId, now: clock() }),
});
