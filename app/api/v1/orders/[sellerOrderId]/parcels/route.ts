import { z } from 'zod';
import { publicUuid } from '@/app/[locale]/public-uuid';
import { shipParcel } from '@/lib/fulfilment';
import { defineApiRoute } from '@/lib/http';
import { orderResource } from '../../order-resource';
import { readOwnOrder } from '../../own-order';

const line = z.object({ lineId: publicUuid('oln'), quantity: z.int().min(1).max(1_000_000) });

export const POST = defineApiRoute({
  name: 'api.send-parcel',
  scope: 'orders:write',
  act: 'seller.send-parcel',
  params: z.object({ sellerOrderId: publicUuid('slo') }),
  body: z.object({
    carrier: z.string().trim().max(60).default(''),
    trackingNumber: z.string().trim().max(60).default(''),
    lines: z.array(line).min(1).max(200),
  }),
  answer: orderResource,
  handler: async ({ db, caller, clock, params: { sellerOrderId }, body }) => {
    const { sellerId, userId } = caller;
    const sent = await shipParcel(db, {
      ...{ sellerOrderId, sellerId, userId, now: clock() },
      carrier: body.carrier,
      trackingNumber: body.trackingNumber,
      lines: body.lines.map(({ lineId, quantity }) => ({ orderLineId: lineId, quantity })),
    });
    return sent.ok ? readOwnOrder(db, caller, sellerOrderId) : sent;
  },
});
