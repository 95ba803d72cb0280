import type Stripe from 'stripe';
import { listenFrom, LOOPBACK } from '../listen';
import { Api } from './api/answer-call';
import { browserSurface } from './browser/surface';
import { controls } from './controls/controls';
import { createSandboxServer } from './http-server';
import { accountRoutes } from './resources/accounts';
import { balanceRoutes } from './resources/balance';
import { chargeRoutes } from './resources/charges';
import { customerRoutes } from './resources/customers';
import { disputeRoutes } from './resources/disputes';
import { eventRoutes } from './resources/events';
import { paymentIntentRoutes } from './resources/payment-intents';
import { paymentMethodRoutes } from './resources/payment-methods';
import { payoutRoutes } from './resources/payouts';
import { refundRoutes } from './resources/refunds';
import { topupRoutes } from './resources/topups';
import { transferRoutes } from './resources/transfers';
import { Store } from './state/store';
import { WebhookSender } from './webhooks/delivery';

const ROUTES = [
  ...accountRoutes,
  ...balanceRoutes,
  ...chargeRoutes,
  ...customerRoutes,
  ...disputeRoutes,
  ...eventRoutes,
  ...paymentIntentRoutes,
  ...paymentMethodRoutes,
  ...payoutRoutes,
  ...refundRoutes,
  ...topupRoutes,
  ...transferRoutes,
];

const HOUSEKEEPING_MS = 3_600_000;

export type StripeSandboxOptions = {
  /** The first port to try; 0 lets the system choose. */
  readonly port: number;
  /** Keeps everything it knows. */
  readonly stateDir: string;
  readonly webhookUrl: string;
  readonly webhookSecret: string;
  readonly secretKey: string;
  readonly publishableKey: string;
  /** Event types that are sent to `webhookUrl`; all of them unless given. */
  readonly webhookEvents?: readonly string[];
  /** Told of requests the sandbox does not support and of its own faults. */
  readonly warn?: (line: string) => void;
};

export type StripeSandbox = {
  /** For STRIPE_API_URL; `${url}/v3/` is for STRIPE_JS_URL, and `url` itself shows a person what happened. */
  readonly url: string;
  close(): Promise<void>;
};

/**
 * A stand-in for Stripe that speaks its API to the `stripe` SDK, its browser script to the checkout page and its
 * signed webhooks to the app. No money moves and no real card is taken. State survives a killed process.
 */
export async function startStripeSandbox(options: StripeSandboxOptions): Promise<StripeSandbox> {
  const store = await Store.open(options.stateDir, nowSeconds());
  const webhooks = new WebhookSender(store, { url: options.webhookUrl, secret: options.webhookSecret });
  const origin = { url: '' };
  const api = new Api(
    {
      store,
      secretKey: options.secretKey,
      publishableKey: options.publishableKey,
      origin: () => origin.url,
      subscribed: subscription(options.webhookEvents),
      warn: options.warn ?? ((line) => console.warn(`stripe sandbox: ${line}`)),
    },
    ROUTES,
  );
  const server = createSandboxServer(api, [
    browserSurface(api, store, webhooks),
    controls(api, store, webhooks),
  ]);
  origin.url = `http://${LOOPBACK}:${await listenFrom(server, options.port)}`;
  webhooks.start();
  const housekeeping = setInterval(() => store.forgetOld(nowSeconds()), HOUSEKEEPING_MS).unref();
  return {
    url: origin.url,
    async close() {
      clearInterval(housekeeping);
      await new Promise((done) => {
        server.close(done);
        server.closeAllConnections();
      });
      await webhooks.close();
      await store.close();
    },
  };
}

function subscription(types: readonly string[] | undefined): (type: Stripe.Event.Type) => boolean {
  const wanted = types && new Set<string>(types);
  return (type) => wanted?.has(type) ?? true;
}

function nowSeconds(): number {
  return Math.floor(Date.now() / 1000);
}
