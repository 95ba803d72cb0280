import { defineSignedRoute } from '@/lib/http';
import { ok } from '@/lib/kernel/result';
import { storeStripeEvent, verifyStripeWebhook } from '@/lib/payments';

/** Keeps what Stripe tells, once, and answers; the worker acts on it. */
export const POST = defineSignedRoute({
  name: 'webhooks.stripe',
  verify: (headers, rawBody) => verifyStripeWebhook(rawBody, headers.get('stripe-signature') ?? ''),
  handler: async ({ message, db }) => {
    await storeStripeEvent(db, message);
    return ok({ received: true });
  },
});
