import { z } from 'zod';
import { defineEvent } from '@/lib/platform/outbox';

const refund = z.object({ refundId: z.uuid(), orderId: z.uuid() });

/** The provider told of an object that is not a payment's: a seller's account, or a payout of one. */
export const providerObjectChanged = defineEvent(
  'provider_object.changed',
  1,
  z.object({ object: z.string(), id: z.string() }),
);

/** Money is to go back; the worker asks the provider. */
export const refundRequested = defineEvent('refund.requested', 1, refund);

/** A buyer's bank asks for money back, or has decided. */
export const disputeMoved = defineEvent(
  'dispute.moved',
  1,
  z.object({ disputeId: z.uuid(), orderId: z.uuid(), status: z.string() }),
);

/** A refund has failed as often as it is tried by itself: somebody has to see to it. */
export const refundGivenUp = defineEvent('refund.given_up', 1, refund);

/** The provider has sent money back. */
export const refundSucceeded = defineEvent('refund.succeeded', 1, refund);
