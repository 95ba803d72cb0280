import type Stripe from 'stripe';
import type { Store } from '../state/store';

/** Who asks: the server with its secret key, or a browser with the publishable one. */
export type Access = 'secret' | 'publishable';

/** One request while it is answered. Handlers take it first. */
export type Call = {
  readonly store: Store;
  /** Unix seconds; the same during the whole call. */
  readonly now: number;
  readonly access: Access;
  readonly requestId: string | null;
  readonly idempotencyKey: string | null;
  /** The connected account the call is made for; null when it is the market's own. */
  readonly account: string | null;
  /** The sandbox's own address, for pages it sends people to. */
  readonly origin: string;
  readonly apiVersion: string;
  /** Event types the webhook endpoint is subscribed to. */
  readonly subscribed: (type: Stripe.Event.Type) => boolean;
};
