import type Stripe from 'stripe';
import { describe, expect, it } from 'vitest';
import { openSandbox, PUBLISHABLE_KEY, refusalOf } from './open-sandbox';

const PAYMENT: Stripe.PaymentIntentCreateParams = {
  amount: 4000,
  currency: 'eur',
  capture_method: 'automatic',
};

async function pressed(page: string, step: string): Promise<Response> {
  return fetch(page, { method: 'POST', body: new URLSearchParams({ step }), redirect: 'manual' });
}

describe('a card that asks for 3-D Secure', () => {
  it.each(['4000002500003155', '4000002760003184', '4000000000003220'])(
    '%s waits for the buyer, then succeeds when the challenge is completed',
    async (number) => {
      const { stripe } = await openSandbox();
      const method = await stripe.paymentMethods.create({
        type: 'card',
        card: { number, exp_month: 12, exp_year: 2034 },
      });
      const intent = await stripe.paymentIntents.create({ ...PAYMENT, payment_method: method.id });
      const waiting = await stripe.paymentIntents.confirm(intent.id, {
        return_url: 'https://shop.example/back?order=1',
      });
      expect(waiting).toMatchObject({ status: 'requires_action', next_action: { type: 'redirect_to_url' } });
      const page = String(waiting.next_action?.redirect_to_url?.url);
      expect(await (await fetch(page)).text()).toContain('Confirm');

      const back = await pressed(page, 'approved');
      expect(back.status).toBe(303);
      const returned = new URL(String(back.headers.get('location')));
      expect(Object.fromEntries(returned.searchParams)).toEqual({
        order: '1',
        payment_intent: intent.id,
        payment_intent_client_secret: intent.client_secret,
        redirect_status: 'succeeded',
      });
      const paid = await stripe.paymentIntents.retrieve(intent.id, { expand: ['latest_charge'] });
      expect(paid).toMatchObject({
        status: 'succeeded',
        latest_charge: { payment_method_details: { card: { three_d_secure: { result: 'authenticated' } } } },
      });
    },
  );

  it('is not charged when the buyer fails the challenge', async () => {
    const { stripe } = await openSandbox();
    const waiting = await stripe.paymentIntents.create({
      ...PAYMENT,
      payment_method: 'pm_card_threeDSecure2Required',
      return_url: 'https://shop.example/back',
      confirm: true,
    });
    const back = await pressed(String(waiting.next_action?.redirect_to_url?.url), 'refused');
    expect(back.headers.get('location')).toContain('redirect_status=failed');
    expect(await stripe.paymentIntents.retrieve(waiting.id)).toMatchObject({
      status: 'requires_payment_method',
      last_payment_error: { code: 'payment_intent_authentication_failure' },
    });
  });

  it('is charged once however often the challenge is completed', async () => {
    const { stripe } = await openSandbox();
    const waiting = await stripe.paymentIntents.create({
      ...PAYMENT,
      payment_method: 'pm_card_authenticationRequired',
      return_url: 'https://shop.example/back',
      confirm: true,
    });
    const page = String(waiting.next_action?.redirect_to_url?.url);
    await pressed(page, 'approved');
    const again = await pressed(page, 'approved');
    expect(again.headers.get('location')).toContain('redirect_status=succeeded');
    expect((await stripe.charges.list({ payment_intent: waiting.id })).data).toHaveLength(1);
  });

  it('is declined when the buyer is not there', async () => {
    const { stripe } = await openSandbox();
    const refusal = await refusalOf(
      stripe.paymentIntents.create({
        ...PAYMENT,
        payment_method: 'pm_card_authenticationRequired',
        off_session: true,
        confirm: true,
      }),
    );
    expect(refusal).toMatchObject({ code: 'authentication_required', statusCode: 402 });
  });
});

describe('PayPal', () => {
  it.each([
    ['approved', 'succeeded', 'succeeded'],
    ['refused', 'requires_payment_method', 'failed'],
    ['approved_later', 'processing', 'pending'],
  ])('sends the buyer away and, %s there, comes back %s', async (step, status, redirectStatus) => {
    const { stripe } = await openSandbox();
    const intent = await stripe.paymentIntents.create({
      ...PAYMENT,
      automatic_payment_methods: { enabled: true },
    });
    const waiting = await stripe.paymentIntents.confirm(intent.id, {
      payment_method_data: { type: 'paypal' },
      return_url: 'https://shop.example/back',
    });
    expect(waiting.next_action?.type).toBe('redirect_to_url');
    const back = await pressed(String(waiting.next_action?.redirect_to_url?.url), step);
    expect(back.headers.get('location')).toContain(`redirect_status=${redirectStatus}`);
    expect((await stripe.paymentIntents.retrieve(intent.id)).status).toBe(status);
  });
});

describe('a browser with the publishable key', () => {
  it('may confirm and read the payment whose client secret it knows, and nothing else', async () => {
    const { stripe, url } = await openSandbox();
    const intent = await stripe.paymentIntents.create(PAYMENT);
    const ask = (path: string, fields: Record<string, string>, method = 'POST') => {
      const form = new URLSearchParams({ key: PUBLISHABLE_KEY, ...fields });
      return method === 'GET'
        ? fetch(`${url}${path}?${form}`)
        : fetch(`${url}${path}`, { method, body: form });
    };
    const own = { client_secret: String(intent.client_secret) };
    const path = `/v1/payment_intents/${intent.id}`;
    expect((await ask(path, own, 'GET')).status).toBe(200);
    expect((await ask(path, { client_secret: 'pi_x_secret_y' }, 'GET')).status).toBe(404);
    expect((await ask(`${path}/cancel`, own)).status).toBe(401);
    expect((await ask('/v1/customers', {}, 'GET')).status).toBe(401);
    const paid = await ask(`${path}/confirm`, {
      ...own,
      use_stripe_sdk: 'true',
      payment_method: 'pm_card_visa',
    });
    expect(await paid.json()).toMatchObject({ status: 'succeeded' });
    expect(paid.headers.get('access-control-allow-origin')).toBe('*');
  });
});
