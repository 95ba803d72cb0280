import { z } from 'zod';
import { defineEvent } from '@/lib/platform/outbox';

const refund = z.object({ refundId: z.uuid(), orderId: z.uuid() });

/** Money is to go back; the worker asks the provider. */
export const refundRequested = defineEvent('refund.requested', 1, refund);

/** The provider has sent money back. */
export const refundSucceeded = defineEvent('refund.succeeded', 1, refund);
