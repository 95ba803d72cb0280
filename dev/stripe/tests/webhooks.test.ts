import Stripe from 'stripe';
import { describe, expect, it, vi } from 'vitest';
import { openSandbox, WEBHOOK_SECRET, type TestSandbox } from './open-sandbox';

async function pay({ stripe }: TestSandbox, token = 'pm_card_visa') {
  return stripe.paymentIntents.create({
    amount: 1000,
    currency: 'eur',
    capture_method: 'automatic',
    allowed_payment_method_types: ['card'],
    payment_method: token,
    confirm: true,
  });
}

const ONLY_SUCCESS = { webhookEvents: ['payment_intent.succeeded'] };

describe('webhooks', () => {
  it('are signed so that the SDK accepts them and no other secret does', async () => {
    const sandbox = await openSandbox();
    const intent = await pay(sandbox);
    const { payload, signature } = await sandbox.webhooks.next('payment_intent.succeeded');
    const { webhooks } = sandbox.stripe;
    const event = webhooks.constructEvent(payload, signature, WEBHOOK_SECRET);
    expect(event).toMatchObject({ type: 'payment_intent.succeeded', livemode: false });
    expect(event.data.object).toMatchObject({ id: intent.id, status: 'succeeded', amount_received: 1000 });
    expect(() => webhooks.constructEvent(payload, signature, 'whsec_other')).toThrow(
      Stripe.errors.StripeSignatureVerificationError,
    );
    expect(() => webhooks.constructEvent(`${payload} `, signature, WEBHOOK_SECRET)).toThrow();
    expect((await sandbox.stripe.events.retrieve(event.id)).id).toBe(event.id);
  });

  it('tell the story of a payment in order, and only what the endpoint asked for', async () => {
    const sandbox = await openSandbox();
    await pay(sandbox);
    await pay(sandbox, 'pm_card_chargeDeclined').catch(() => {});
    await sandbox.webhooks.next('payment_intent.payment_failed');
    const told = await sandbox.stripe.events.list();
    expect(told.data.map(({ type }) => type).toReversed()).toEqual([
      'payment_intent.created',
      'charge.succeeded',
      'payment_intent.succeeded',
      'payment_intent.created',
      'charge.failed',
      'payment_intent.payment_failed',
    ]);
    const succeeded = await sandbox.stripe.events.list({ types: ['payment_intent.succeeded'] });
    expect(succeeded.data).toHaveLength(1);

    const picky = await openSandbox(ONLY_SUCCESS);
    await pay(picky);
    await picky.webhooks.next('payment_intent.succeeded');
    expect(picky.webhooks.received).toHaveLength(1);
  });

  it('are sent again until the endpoint answers well', async () => {
    const sandbox = await openSandbox(ONLY_SUCCESS);
    sandbox.webhooks.answer(500);
    const { id } = await pay(sandbox);
    sandbox.webhooks.answer(200);
    const { event } = await sandbox.webhooks.next('payment_intent.succeeded');
    expect(event.data.object).toMatchObject({ id });
  });

  it('that were not delivered are delivered after a restart', async () => {
    const before = await openSandbox(ONLY_SUCCESS);
    before.webhooks.answer(503);
    await pay(before);
    await before.restart();
    before.webhooks.answer(200);
    await before.webhooks.next('payment_intent.succeeded');
    await vi.waitFor(() => expect(before.webhooks.received).toHaveLength(1));
  });
});

describe('controls for tests', () => {
  const control = (url: string, path: string, body: object) =>
    fetch(`${url}/sandbox/${path}`, { method: 'POST', body: JSON.stringify(body) });

  it('hold webhooks back, then send them in any order and number', async () => {
    const sandbox = await openSandbox(ONLY_SUCCESS);
    await control(sandbox.url, 'webhooks', { paused: true });
    await pay(sandbox);
    await pay(sandbox);
    const held: { data: { id: string }[] } = await (await fetch(`${sandbox.url}/sandbox/deliveries`)).json();
    expect(held.data).toMatchObject([{ state: 'pending' }, { state: 'pending' }]);
    const [second, first] = held.data.map(({ id }) => id);
    const sent = await control(sandbox.url, 'webhooks/send', { events: [second, first, second] });
    expect(await sent.json()).toEqual({ object: 'attempts', statuses: [200, 200, 200] });
    expect(sandbox.webhooks.received.map(({ event }) => event.id)).toEqual([second, first, second]);

    await control(sandbox.url, 'webhooks', { paused: false });
    await pay(sandbox);
    await vi.waitFor(() => expect(sandbox.webhooks.received).toHaveLength(4));
  });

  it('delay them', async () => {
    const sandbox = await openSandbox(ONLY_SUCCESS);
    await control(sandbox.url, 'webhooks', { delayMs: 150 });
    await pay(sandbox);
    await new Promise((later) => setTimeout(later, 60));
    expect(sandbox.webhooks.received).toHaveLength(0);
    await sandbox.webhooks.next('payment_intent.succeeded');
  });

  it('settle a payment that is processing and a refund that is pending', async () => {
    const sandbox = await openSandbox();
    const { stripe, url } = sandbox;
    const refunded = await pay(sandbox, 'pm_card_pendingRefund');
    const refund = await stripe.refunds.create({ payment_intent: refunded.id });
    expect(refund.status).toBe('pending');
    await control(url, `refunds/${refund.id}/settle`, { succeeds: false });
    expect(await stripe.refunds.retrieve(refund.id)).toMatchObject({
      status: 'failed',
      failure_reason: 'expired_or_canceled_card',
    });
    await sandbox.webhooks.next('refund.failed');
    expect((await stripe.charges.retrieve(String(refunded.latest_charge))).amount_refunded).toBe(0);
  });

  it('are refused from another site', async () => {
    const { url } = await openSandbox();
    const response = await fetch(`${url}/sandbox/webhooks`, {
      method: 'POST',
      body: '{"paused":true}',
      headers: { origin: 'https://evil.example' },
    });
    expect(response.status).toBe(403);
  });
});
