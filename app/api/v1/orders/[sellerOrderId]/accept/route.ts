import { z } from 'zod';
import { publicUuid } from '@/app/[locale]/public-uuid';
import { defineApiRoute } from '@/lib/http';
import { acceptSellerOrder } from '@/lib/orders';
import { orderResource } from '../../order-resource';
import { readOwnOrder } from '../../own-order';

export const POST = defineApiRoute({
  name: 'api.accept-order',
  scope: 'orders:write',
  act: 'seller.accept-order',
  params: z.object({ sellerOrderId: publicUuid('slo') }),
  answer: orderResource,
  handler: async ({ db, caller, clock, params: { sellerOrderId } }) => {
    const { sellerId, userId } = caller;
    const accepted = await acceptSellerOrder(db, { sellerOrderId, sellerId, userId, now: clock() });
    return accepted.ok ? readOwnOrder(db, caller, sellerOrderId) : accepted;
  },
});
