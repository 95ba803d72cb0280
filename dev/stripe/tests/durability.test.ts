import { spawn } from 'node:child_process';
import { appendFile, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { once } from 'node:events';
import type Stripe from 'stripe';
import { expect, it } from 'vitest';
import { createStripe } from '@/lib/platform/stripe';
import { openSandbox, PUBLISHABLE_KEY, SECRET_KEY, WEBHOOK_SECRET } from './open-sandbox';

const PAYMENT: Stripe.PaymentIntentCreateParams = {
  amount: 1000,
  currency: 'eur',
  capture_method: 'automatic',
  allowed_payment_method_types: ['card'],
  payment_method: 'pm_card_visa',
  confirm: true,
};

it('remembers objects, balances and idempotent answers after a restart', async () => {
  const before = await openSandbox();
  const customer = await before.stripe.customers.create({ name: 'Ada' });
  const intent = await before.stripe.paymentIntents.create(PAYMENT, { idempotencyKey: 'payment-1' });
  const balance = await before.stripe.balance.retrieve();

  const { stripe } = await before.restart();
  expect(await stripe.customers.retrieve(customer.id)).toMatchObject({ name: 'Ada' });
  expect(await stripe.balance.retrieve()).toEqual(balance);
  const again = await stripe.paymentIntents.create(PAYMENT, { idempotencyKey: 'payment-1' });
  expect(again.id).toBe(intent.id);
  await stripe.refunds.create({ payment_intent: intent.id });
});

it('ignores a last line that was cut off, and goes on', async () => {
  const before = await openSandbox();
  const customer = await before.stripe.customers.create({ name: 'Ada' });
  const journal = (await readdir(before.stateDir)).find((name) => name.startsWith('journal'));
  await appendFile(join(before.stateDir, String(journal)), '[["customer","cus_torn",{"id":"cus_to');
  const { stripe } = await before.restart();
  await stripe.customers.create({ name: 'Grace' });
  const names = (await stripe.customers.list()).data.map(({ name }) => name);
  expect(names).toEqual(['Grace', 'Ada']);
  expect(customer.object).toBe('customer');
});

it('loses nothing it answered when the process is killed', { timeout: 30_000 }, async () => {
  const stateDir = await mkdtemp(join(tmpdir(), 'souk-stripe-killed-'));
  const started = spawn(
    process.execPath,
    [
      '--import',
      'tsx',
      'dev/stripe/cli.ts',
      '--port',
      '0',
      '--state',
      stateDir,
      '--webhook-url',
      'http://127.0.0.1:9/',
    ],
    {
      env: {
        ...process.env,
        STRIPE_SECRET_KEY: SECRET_KEY,
        STRIPE_PUBLISHABLE_KEY: PUBLISHABLE_KEY,
        STRIPE_WEBHOOK_SECRET: WEBHOOK_SECRET,
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  try {
    const [line]: Buffer[] = await once(started.stdout, 'data');
    const url = /http:\S+/.exec(String(line))?.[0];
    const stripe = createStripe(SECRET_KEY, url);
    const answered: string[] = [];
    const buyers = Array.from({ length: 8 }, async () => {
      for (;;) {
        answered.push((await stripe.paymentIntents.create(PAYMENT, { maxNetworkRetries: 0 })).id);
        if (answered.length === 40) started.kill('SIGKILL');
      }
    });
    await Promise.allSettled(buyers);
    expect(answered.length).toBeGreaterThanOrEqual(40);

    const after = await openSandbox({ stateDir });
    const kept = new Map<string, string>();
    for await (const intent of after.stripe.paymentIntents.list({ limit: 100 }))
      kept.set(intent.id, intent.status);
    expect(answered.filter((id) => kept.get(id) !== 'succeeded')).toEqual([]);
  } finally {
    started.kill('SIGKILL');
    await rm(stateDir, { recursive: true, force: true });
  }
});
