import { z } from 'zod';
import { defineEvent } from '@/lib/platform/outbox';
import { RETURN_STATUSES } from './model';

/** A return is in another state than before; `requested` when it is new. */
export const returnMoved = defineEvent(
  'return.moved',
  1,
  z.object({
    returnId: z.uuid(),
    orderId: z.uuid(),
    sellerOrderId: z.uuid(),
    sellerId: z.uuid(),
    status: z.enum(RETURN_STATUSES),
  }),
);
