import { PROCESS_STRIPE_EVENT, processStripeEvent, stripeEventReference } from '@/lib/payments';
import { job } from '../work';

/** A webhook was stored: look at the payment or refund it speaks of, as it is now. */
export const processStripeEventWork = job(
  PROCESS_STRIPE_EVENT,
  stripeEventReference,
  ({ externalId }, { db, clock }) => processStripeEvent(db, externalId, clock()),
);
