import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Stripe from 'stripe';
import { onTestFinished } from 'vitest';
import { createStripe } from '@/lib/platform/stripe';
import { startStripeSandbox, type StripeSandbox, type StripeSandboxOptions } from '../main';

export const WEBHOOK_SECRET = 'whsec_only_tests_know_this';
export const SECRET_KEY = 'sk_test_sandbox';
export const PUBLISHABLE_KEY = 'pk_test_sandbox';

export type TestSandbox = {
  readonly stripe: Stripe;
  readonly url: string;
  readonly stateDir: string;
  readonly warnings: string[];
  readonly webhooks: WebhookReceiver;
  /** Ends the process's part and starts again from what is on disk. */
  restart(): Promise<TestSandbox>;
};

/** A sandbox of the test's own over real HTTP, with the real SDK in front and a webhook endpoint behind. */
export async function openSandbox(options: Partial<StripeSandboxOptions> = {}): Promise<TestSandbox> {
  const stateDir = options.stateDir ?? (await mkdtemp(join(tmpdir(), 'souk-stripe-')));
  const webhooks = await openReceiver();
  const warnings: string[] = [];
  const settings = {
    port: 0,
    stateDir,
    webhookUrl: webhooks.url,
    webhookSecret: WEBHOOK_SECRET,
    secretKey: SECRET_KEY,
    publishableKey: PUBLISHABLE_KEY,
    warn: (line: string) => warnings.push(line),
    ...options,
  };
  let running: StripeSandbox | null = await startStripeSandbox(settings);
  onTestFinished(async () => {
    await running?.close();
    await webhooks.close();
    await rm(stateDir, { recursive: true, force: true });
  });
  const opened = (url: string): TestSandbox => ({
    stripe: createStripe(SECRET_KEY, url),
    url,
    stateDir,
    warnings,
    webhooks,
    async restart() {
      await running?.close();
      running = null;
      running = await startStripeSandbox(settings);
      return opened(running.url);
    },
  });
  return opened(running.url);
}

type Received = { readonly payload: string; readonly signature: string; readonly event: Stripe.Event };

export type WebhookReceiver = {
  readonly url: string;
  readonly received: Received[];
  /** Answers with this status from now on. */
  answer(status: number): void;
  /** Waits until an event of that type has arrived. */
  next(type: Stripe.Event.Type): Promise<Received>;
  close(): Promise<void>;
};

async function openReceiver(): Promise<WebhookReceiver> {
  const received: Received[] = [];
  const arrivals = new EventTarget();
  let status = 200;
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const payload = Buffer.concat(chunks).toString();
    const signature = String(request.headers['stripe-signature']);
    response.writeHead(status).end();
    if (status !== 200) return;
    received.push({ payload, signature, event: JSON.parse(payload) });
    arrivals.dispatchEvent(new Event('arrival'));
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/webhooks/stripe`,
    received,
    answer: (next) => (status = next),
    async next(type) {
      for (;;) {
        const found = received.find(({ event }) => event.type === type);
        if (found) return found;
        await new Promise((arrived) => arrivals.addEventListener('arrival', arrived, { once: true }));
      }
    },
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}

/** What a call was refused with. */
export async function refusalOf(call: Promise<unknown>): Promise<Stripe.errors.StripeError> {
  try {
    await call;
  } catch (error) {
    if (error instanceof Stripe.errors.StripeError) return error;
    throw error;
  }
  throw new Error('The call was expected to be refused');
}
