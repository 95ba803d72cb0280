import type Stripe from 'stripe';
import { describe, expect, it } from 'vitest';
import { createStripe } from '@/lib/platform/stripe';
import { openSandbox, PUBLISHABLE_KEY, refusalOf, SECRET_KEY } from './open-sandbox';

const PAYMENT: Stripe.PaymentIntentCreateParams = {
  amount: 1000,
  currency: 'eur',
  capture_method: 'automatic',
  allowed_payment_method_types: ['card'],
};

describe('idempotency keys', () => {
  it('give the same request the same answer, declines included', async () => {
    const { stripe } = await openSandbox();
    const [first, second] = await Promise.all([
      stripe.paymentIntents.create(PAYMENT, { idempotencyKey: 'payment-1' }),
      stripe.paymentIntents.create(PAYMENT, { idempotencyKey: 'payment-1' }),
    ]);
    expect(second.id).toBe(first.id);
    expect((await stripe.paymentIntents.list()).data).toHaveLength(1);

    const confirm = () =>
      stripe.paymentIntents.confirm(
        first.id,
        { payment_method: 'pm_card_chargeDeclined' },
        { idempotencyKey: 'confirm-1' },
      );
    const declines = [await refusalOf(confirm()), await refusalOf(confirm())];
    expect(declines.map(({ code }) => code)).toEqual(['card_declined', 'card_declined']);
    expect((await stripe.charges.list({ payment_intent: first.id })).data).toHaveLength(1);
  });

  it('refuse another request under a used key', async () => {
    const { stripe } = await openSandbox();
    await stripe.paymentIntents.create(PAYMENT, { idempotencyKey: 'payment-1' });
    const other = stripe.paymentIntents.create({ ...PAYMENT, amount: 2000 }, { idempotencyKey: 'payment-1' });
    expect(await refusalOf(other)).toMatchObject({ type: 'StripeIdempotencyError', statusCode: 400 });
  });

  it('are not used up by a request that was not valid', async () => {
    const { stripe } = await openSandbox();
    const options = { idempotencyKey: 'payment-1' };
    await refusalOf(stripe.paymentIntents.create({ ...PAYMENT, amount: 1 }, options));
    expect((await stripe.paymentIntents.create(PAYMENT, options)).amount).toBe(1000);
  });
});

describe('what the sandbox does not support', () => {
  it('throws in the SDK and is logged: a call', async () => {
    const { stripe, warnings } = await openSandbox();
    const refusal = await refusalOf(stripe.invoices.list());
    expect(refusal).toMatchObject({ type: 'StripeInvalidRequestError', statusCode: 404 });
    expect(warnings).toEqual([expect.stringContaining('GET /v1/invoices')]);
  });

  it('throws in the SDK and is logged: a parameter, also a nested one', async () => {
    const { stripe, warnings } = await openSandbox();
    const split = stripe.paymentIntents.create({ ...PAYMENT, application_fee_amount: 10 });
    expect(await refusalOf(split)).toMatchObject({
      code: 'parameter_unknown',
      param: 'application_fee_amount',
    });
    const nested = stripe.customers.create({ shipping: { name: 'A', address: { line1: 'x' }, phone: '' } });
    expect((await nested).shipping?.phone).toBeNull();
    const file = stripe.disputes.list({ charge: 'ch_1', created: { gt: 1 } });
    expect((await file).data).toEqual([]);
    expect(warnings).toHaveLength(1);
  });

  it('throws: an expansion, another API version, a connected account, fees settled later', async () => {
    const { stripe } = await openSandbox();
    const intent = await stripe.paymentIntents.create(PAYMENT);
    const refusals = await Promise.all([
      refusalOf(stripe.paymentIntents.retrieve(intent.id, { expand: ['invoice'] })),
      refusalOf(stripe.balance.retrieve({}, { apiVersion: '2020-08-27' })),
      refusalOf(stripe.balance.retrieve({}, { stripeAccount: 'acct_1' })),
      refusalOf(stripe.paymentIntents.create({ amount: 1000, currency: 'eur' })),
    ]);
    expect(refusals.map(({ statusCode }) => statusCode)).toEqual([400, 400, 403, 400]);
    expect(refusals[3]?.message).toContain('capture_method');
  });

  it('is not retried into a second charge: a wrong key, a missing object', async () => {
    const { stripe, url } = await openSandbox();
    const stranger = createStripe('sk_test_somebody_else', url);
    expect(await refusalOf(stranger.balance.retrieve())).toMatchObject({ type: 'StripeAuthenticationError' });
    const browser = createStripe(PUBLISHABLE_KEY, url);
    expect(await refusalOf(browser.refunds.list())).toMatchObject({ code: 'secret_key_required' });
    const missing = await refusalOf(stripe.paymentIntents.retrieve('pi_missing'));
    expect(missing).toMatchObject({ code: 'resource_missing', statusCode: 404 });
  });

  it('is answered in Stripe’s shape: nonsense in a body, and too much of it', async () => {
    const { url } = await openSandbox();
    const post = (body: string) =>
      fetch(`${url}/v1/customers`, {
        method: 'POST',
        body,
        headers: { authorization: `Bearer ${SECRET_KEY}` },
      });
    for (const body of ['a[[b]=1', '__proto__[x]=1', 'name=a&name[b]=c', '%E0%A4%A=1']) {
      const response = await post(body);
      expect([body, response.status]).toEqual([body, 400]);
      expect(await response.json()).toMatchObject({ error: { type: 'invalid_request_error' } });
    }
    expect((await post(`name=${'x'.repeat(600_000)}`)).status).toBe(413);
  });
});

describe('lists', () => {
  it('are paged from the newest and end', async () => {
    const { stripe } = await openSandbox();
    const made: string[] = [];
    for (let index = 0; index < 5; index++)
      made.push((await stripe.customers.create({ name: `Nº ${index}` })).id);
    const first = await stripe.customers.list({ limit: 2 });
    expect(first).toMatchObject({ object: 'list', has_more: true, url: '/v1/customers' });
    expect(first.data.map(({ id }) => id)).toEqual([made[4], made[3]]);
    const all: string[] = [];
    for await (const customer of stripe.customers.list({ limit: 2 })) all.push(customer.id);
    expect(all).toEqual(made.toReversed());
    expect((await stripe.customers.retrieve(made[0]!)).object).toBe('customer');
  });

  it('expand what their objects refer to', async () => {
    const { stripe } = await openSandbox();
    await stripe.paymentIntents.create({ ...PAYMENT, payment_method: 'pm_card_visa', confirm: true });
    const { data } = await stripe.paymentIntents.list({ expand: ['data.latest_charge.balance_transaction'] });
    expect(data[0]).toMatchObject({ latest_charge: { object: 'charge', balance_transaction: { fee: 54 } } });
  });
});

describe('updates', () => {
  it('set, keep and unset fields and metadata', async () => {
    const { stripe } = await openSandbox();
    const customer = await stripe.customers.create({
      email: 'ada@shop.example',
      name: 'Ada & Söhne + 1',
      metadata: { souk: 'cus_1', note: 'x' },
    });
    const updated = await stripe.customers.update(customer.id, {
      email: '',
      metadata: { note: '', tier: 'gold' },
    });
    expect(updated).toMatchObject({ email: null, name: 'Ada & Söhne + 1' });
    expect(updated.metadata).toEqual({ souk: 'cus_1', tier: 'gold' });
  });

  it('change the amount of a payment until it is paid', async () => {
    const { stripe } = await openSandbox();
    const intent = await stripe.paymentIntents.create(PAYMENT);
    expect((await stripe.paymentIntents.update(intent.id, { amount: 1500 })).amount).toBe(1500);
    await stripe.paymentIntents.confirm(intent.id, { payment_method: 'pm_card_visa' });
    const late = await refusalOf(stripe.paymentIntents.update(intent.id, { amount: 1 }));
    expect(late.code).toBe('payment_intent_unexpected_state');
    const cancel = await refusalOf(stripe.paymentIntents.cancel(intent.id));
    expect(cancel.code).toBe('payment_intent_unexpected_state');
  });
});
