import { z } from 'zod';
import { defineEvent } from '@/lib/platform/outbox';

/** Money is to go back; the worker asks the provider. */
export const refundRequested = defineEvent('refund.requested', 1, z.object({ refundId: z.uuid() }));

/** The provider has sent money back. */
export const refundSucceeded = defineEvent(
  'refund.succeeded',
  1,
  z.object({ refundId: z.uuid(), orderId: z.uuid() }),
);
