import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Stripe from 'stripe';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { newId } from '@/lib/kernel/ids';
import {
  cancelIntent,
  createIntent,
  createProviderCustomer,
  createRefund,
  findRefund,
  forgetCard,
  listSavedCards,
  retrieveClientSecret,
  retrieveIntent,
  retrieveRefund,
  verifyStripeWebhook,
  type NewIntent,
} from '@/lib/payments/gateway';
import { STRIPE_WEBHOOK_EVENTS } from '@/lib/payments/webhook-events';
import { stripe } from '@/lib/platform/stripe';
import { startStripeSandbox, type StripeSandbox } from '../main';

/** The market's own gateway against the sandbox: what it relies on at Stripe, tried for real. */
const SECRET_KEY = 'sk_test_gateway';
const WEBHOOK_SECRET = 'whsec_gateway_secret';

let sandbox: StripeSandbox;
let stateDir: string;

beforeAll(async () => {
  stateDir = await mkdtemp(join(tmpdir(), 'souk-gateway-'));
  sandbox = await startStripeSandbox({
    port: 0,
    stateDir,
    webhookUrl: 'http://127.0.0.1:9/',
    webhookSecret: WEBHOOK_SECRET,
    webhookEvents: STRIPE_WEBHOOK_EVENTS,
    secretKey: SECRET_KEY,
    publishableKey: 'pk_test_gateway',
  });
  vi.stubEnv('STRIPE_API_URL', sandbox.url);
  vi.stubEnv('STRIPE_SECRET_KEY', SECRET_KEY);
  vi.stubEnv('STRIPE_WEBHOOK_SECRET', WEBHOOK_SECRET);
});

afterAll(async () => {
  await sandbox.close();
  await rm(stateDir, { recursive: true, force: true });
});

function wanted(change: Partial<NewIntent> = {}): NewIntent {
  return {
    paymentId: newId(),
    orderNumber: '7F3K-99',
    amountMinor: 4599,
    currency: 'EUR',
    email: 'ada@shop.example',
    stripeCustomerId: null,
    saveCard: false,
    ...change,
  };
}

async function payWith(token: string, change: Partial<NewIntent> = {}): Promise<string> {
  const { intentId } = await createIntent(wanted(change));
  await stripe()
    .paymentIntents.confirm(intentId, { payment_method: token, return_url: 'https://shop.example/' })
    .catch(() => {});
  return intentId;
}

describe('a payment', () => {
  it('has one intent however often it is started', async () => {
    const payment = wanted();
    const first = await createIntent(payment);
    expect(await createIntent(payment)).toEqual(first);
    expect(await retrieveClientSecret(first.intentId)).toBe(first.clientSecret);
    expect(await retrieveIntent(first.intentId)).toMatchObject({
      paymentId: payment.paymentId,
      status: 'requires_payment',
      amountMinor: 4599,
      receivedMinor: 0,
    });
  });

  it('that was captured says what it was paid with', async () => {
    const intent = await retrieveIntent(await payWith('pm_card_mastercard'));
    expect(intent).toMatchObject({
      status: 'captured',
      currency: 'EUR',
      receivedMinor: 4599,
      method: 'Mastercard •••• 4444',
      failureCode: null,
    });
  });

  it('that was declined says why and can still be paid', async () => {
    const intent = await retrieveIntent(await payWith('pm_card_chargeDeclinedInsufficientFunds'));
    expect(intent).toMatchObject({ status: 'requires_payment', failureCode: 'insufficient_funds' });
  });

  it('is cancelled while it is unpaid, and not after', async () => {
    const { intentId } = await createIntent(wanted());
    expect(await cancelIntent(intentId)).toBe('cancelled');
    expect(await cancelIntent(intentId)).toBe('cancelled');
    expect(await cancelIntent(await payWith('pm_card_visa'))).toBe('captured');
  });
});

describe('a refund', () => {
  it('is sent once per refund of ours, and found when its answer was lost', async () => {
    const intentId = await payWith('pm_card_visa');
    const refund = { refundId: newId(), failures: 0, intentId, amountMinor: 1000 };
    expect(await findRefund(refund)).toBeNull();
    const sent = await createRefund(refund);
    expect(sent).toMatchObject({ status: 'succeeded', failureCode: null });
    expect(await createRefund(refund)).toEqual(sent);
    expect(await findRefund(refund)).toEqual(sent);
    expect(await findRefund({ ...refund, failures: 1 })).toBeNull();
    const [charge] = (await stripe().charges.list({ payment_intent: refund.intentId })).data;
    expect(charge?.amount_refunded).toBe(1000);
  });

  it('may be pending, and is looked at again', async () => {
    const intentId = await payWith('pm_card_pendingRefund');
    const { providerRefundId, status } = await createRefund({
      refundId: newId(),
      failures: 0,
      intentId,
      amountMinor: 4599,
    });
    expect(status).toBe('pending');
    await fetch(`${sandbox.url}/sandbox/refunds/${providerRefundId}/settle`, {
      method: 'POST',
      body: '{"succeeds":true}',
    });
    expect((await retrieveRefund(providerRefundId!)).status).toBe('succeeded');
  });

  it('that the provider refuses for good has failed, with its code', async () => {
    const refund = { refundId: newId(), failures: 0, intentId: await payWith('pm_card_visa') };
    expect(await createRefund({ ...refund, amountMinor: 4599 })).toMatchObject({ status: 'succeeded' });
    expect(await createRefund({ ...refund, refundId: newId(), amountMinor: 1 })).toEqual({
      providerRefundId: null,
      status: 'failed',
      failureCode: 'charge_already_refunded',
    });
  });
});

describe('saved cards', () => {
  it('are kept when asked, listed and forgotten by their owner only', async () => {
    const person = { customerId: newId(), email: 'ada@shop.example', name: 'Ada' };
    const stripeCustomerId = await createProviderCustomer(person);
    expect(await createProviderCustomer(person)).toBe(stripeCustomerId);
    await payWith('pm_card_visa', { stripeCustomerId });
    expect(await listSavedCards(stripeCustomerId)).toEqual([]);
    await payWith('pm_card_visa', { stripeCustomerId, saveCard: true });
    const [card] = await listSavedCards(stripeCustomerId);
    expect(card).toMatchObject({ brand: 'visa', last4: '4242' });

    const stranger = await createProviderCustomer({ ...person, customerId: newId() });
    expect(await forgetCard(stranger, card!.cardId)).toBe(false);
    expect(await forgetCard(stripeCustomerId, card!.cardId)).toBe(true);
    expect(await listSavedCards(stripeCustomerId)).toEqual([]);
  });
});

describe('a webhook', () => {
  const payload = JSON.stringify({ id: 'evt_1', object: 'event', type: 'payment_intent.succeeded' });
  const signed = (secret: string, timestamp?: number) =>
    Stripe.webhooks.generateTestHeaderString({ payload, secret, ...(timestamp && { timestamp }) });

  it('is believed when it is signed, fresh and unchanged', () => {
    expect(verifyStripeWebhook(payload, signed(WEBHOOK_SECRET))).toMatchObject({ id: 'evt_1' });
    expect(verifyStripeWebhook(payload, signed('whsec_somebody_else'))).toBeNull();
    expect(verifyStripeWebhook(`${payload} `, signed(WEBHOOK_SECRET))).toBeNull();
    const hourAgo = Math.floor(Date.now() / 1000) - 3600;
    expect(verifyStripeWebhook(payload, signed(WEBHOOK_SECRET, hourAgo))).toBeNull();
    expect(verifyStripeWebhook(payload, '')).toBeNull();
  });
});
