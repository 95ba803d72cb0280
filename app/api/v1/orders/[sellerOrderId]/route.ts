import { z } from 'zod';
import { publicUuid } from '@/app/[locale]/public-uuid';
import { defineApiRoute } from '@/lib/http';
import { orderResource } from '../order-resource';
import { readOwnOrder } from '../own-order';

export const GET = defineApiRoute({
  name: 'api.get-order',
  scope: 'orders:read',
  params: z.object({ sellerOrderId: publicUuid('slo') }),
  answer: orderResource,
  handler: ({ db, caller, params }) => readOwnOrder(db, caller, params.sellerOrderId),
});
