import type Stripe from 'stripe';
import type { Call } from '../api/call';
import { newStripeId } from '../api/identifiers';
import type { Subject } from '../state/tables';

/**
 * Records that something happened. The event keeps the object as it is now; a delivery is put beside it when
 * the webhook endpoint is subscribed, in the same change.
 */
export function emit(
  call: Call,
  type: Stripe.Event.Type,
  object: Subject,
  previousAttributes?: Partial<Subject>,
  /** The connected account it happened on. */
  account?: string,
): void {
  const subscribed = call.subscribed(type);
  const { id } = call.store.put('event', {
    id: newStripeId('evt'),
    object: 'event',
    ...(account !== undefined && { account }),
    api_version: call.apiVersion,
    created: call.now,
    data: { object, ...(previousAttributes && { previous_attributes: previousAttributes }) },
    livemode: false,
    pending_webhooks: subscribed ? 1 : 0,
    request: { id: call.requestId, idempotency_key: call.idempotencyKey },
    type,
  });
  if (!subscribed) return;
  call.store.put('delivery', { id, state: 'pending', attempts: 0, lastStatus: null, nextAttemptAt: 0 });
}
