import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type Stripe from 'stripe';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll } from 'vitest';
import { payments } from '@/db/schema/payments';
import { startStripeSandbox, type StripeSandbox } from '@/dev/stripe/main';
import { openPayment } from '@/lib/checkout';
import { storeStripeEvent } from '@/lib/payments';
import type { Database } from '@/lib/platform/database';
import { env } from '@/lib/platform/env';
import { createStripe } from '@/lib/platform/stripe';

/** Nothing listens there: events are fetched and handed over by the test, in the order it wants. */
const NOWHERE = 'http://127.0.0.1:9/webhooks';

export type TestPayments = {
  readonly stripe: () => Stripe;
  /** Where the sandbox listens, for its controls. */
  readonly url: () => string;
  /** Opens an order's payment and pays it as the buyer's browser does. `pm_card_visa` unless told. */
  pay(db: Database, orderId: string, method?: string): Promise<Stripe.PaymentIntent>;
  /** What the webhook endpoint would have been told of the order's payment, oldest first. */
  events(db: Database, orderId: string): Promise<Stripe.Event[]>;
  /** Stores all of it, as the webhook route does. */
  deliver(db: Database, orderId: string): Promise<void>;
};

/** The payment sandbox for this test file; `stripe()` of lib/platform answers with it. Call it once at the top. */
export function testPayments(): TestPayments {
  let sandbox: StripeSandbox;
  let folder: string;
  let client: Stripe;
  beforeAll(async () => {
    const { STRIPE_SECRET_KEY, STRIPE_PUBLISHABLE_KEY, STRIPE_WEBHOOK_SECRET } = env();
    folder = await mkdtemp(path.join(tmpdir(), 'souk-payments-'));
    sandbox = await startStripeSandbox({
      port: 0,
      stateDir: folder,
      webhookUrl: NOWHERE,
      webhookSecret: STRIPE_WEBHOOK_SECRET,
      webhookEvents: [],
      secretKey: STRIPE_SECRET_KEY,
      publishableKey: STRIPE_PUBLISHABLE_KEY,
    });
    client = createStripe(STRIPE_SECRET_KEY, sandbox.url);
    standInForTheProcessClient(client);
  });
  afterAll(async () => {
    await sandbox.close();
    await rm(folder, { recursive: true, force: true });
  });

  const events = async (db: Database, orderId: string) => {
    const intentId = await intentOf(db, orderId);
    const all = await client.events.list({ limit: 100 });
    return all.data.filter(({ data }) => 'id' in data.object && data.object.id === intentId).toReversed();
  };
  return {
    stripe: () => client,
    url: () => sandbox.url,
    async pay(db, orderId, method = 'pm_card_visa') {
      const opened = await openPayment(db, orderId, { saveCard: false });
      if (!opened.ok) throw new Error(`The payment could not be opened: ${opened.error}`);
      return client.paymentIntents.confirm(await intentOf(db, orderId), {
        payment_method: method,
        return_url: `${env().APP_URL}/orders/${opened.value.orderNumber}`,
      });
    },
    events,
    async deliver(db, orderId) {
      for (const event of await events(db, orderId)) await storeStripeEvent(db, event);
    },
  };
}

async function intentOf(db: Database, orderId: string): Promise<string> {
  const [payment] = await db.select().from(payments).where(eq(payments.orderId, orderId));
  if (!payment?.intentId) throw new Error(`Order ${orderId} has no payment intent`);
  return payment.intentId;
}

function standInForTheProcessClient(client: Stripe): void {
  (globalThis as typeof globalThis & { soukStripe?: Stripe }).soukStripe = client;
}
