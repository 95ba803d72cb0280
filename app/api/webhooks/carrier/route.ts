import { storeCarrierEvent } from '@/lib/fulfilment';
import { defineSignedRoute } from '@/lib/http';
import { ok } from '@/lib/kernel/result';
import { verifyCarrierWebhook } from '@/lib/platform/carriers';

/** Keeps what the carriers tell, once, and answers; the worker acts on it. */
export const POST = defineSignedRoute({
  name: 'webhooks.carrier',
  verify: (headers, rawBody) => verifyCarrierWebhook(headers, rawBody),
  handler: async ({ message, db }) => {
    await storeCarrierEvent(db, message);
    return ok({ received: true });
  },
});
