import Stripe from 'stripe';
import { describe, expect, it } from 'vitest';
import { openSandbox, refusalOf } from './open-sandbox';

const PAYMENT: Stripe.PaymentIntentCreateParams = {
  amount: 2599,
  currency: 'eur',
  capture_method: 'automatic',
  allowed_payment_method_types: ['card'],
};

function cardNumber(number: string) {
  return { type: 'card', card: { number, exp_month: 12, exp_year: 2034, cvc: '123' } } as const;
}

describe('a card payment', () => {
  it.each([
    ['4242424242424242', 'visa'],
    ['4000056655665556', 'visa'],
    ['5555555555554444', 'mastercard'],
    ['378282246310005', 'amex'],
  ])('succeeds with %s and says which card paid', async (number, brand) => {
    const { stripe } = await openSandbox();
    const method = await stripe.paymentMethods.create(cardNumber(number));
    const intent = await stripe.paymentIntents.create({
      ...PAYMENT,
      payment_method: method.id,
      confirm: true,
    });
    expect(intent).toMatchObject({ status: 'succeeded', amount_received: 2599, last_payment_error: null });
    const charge = await stripe.charges.retrieve(String(intent.latest_charge), {
      expand: ['balance_transaction'],
    });
    expect(charge).toMatchObject({
      paid: true,
      captured: true,
      amount_captured: 2599,
      payment_method_details: { card: { brand, last4: number.slice(-4) } },
      balance_transaction: { amount: 2599, fee: 100, net: 2499, type: 'charge', source: charge.id },
    });
  });

  it.each([
    ['4000000000000002', 'card_declined', 'generic_decline'],
    ['4000000000009995', 'card_declined', 'insufficient_funds'],
    ['4000000000009987', 'card_declined', 'lost_card'],
    ['4000000000009979', 'card_declined', 'stolen_card'],
    ['4000000000000069', 'expired_card', 'expired_card'],
    ['4000000000000127', 'incorrect_cvc', 'incorrect_cvc'],
    ['4000000000000119', 'processing_error', 'processing_error'],
  ])(
    'with %s is declined as %s (%s), on record, and another card can pay',
    async (number, code, declineCode) => {
      const { stripe } = await openSandbox();
      const method = await stripe.paymentMethods.create(cardNumber(number));
      const intent = await stripe.paymentIntents.create(PAYMENT);
      const refusal = await refusalOf(
        stripe.paymentIntents.confirm(intent.id, { payment_method: method.id }),
      );
      expect(refusal).toBeInstanceOf(Stripe.errors.StripeCardError);
      expect(refusal).toMatchObject({ code, decline_code: declineCode, statusCode: 402 });
      expect(refusal.payment_intent).toMatchObject({ id: intent.id, status: 'requires_payment_method' });

      const declined = await stripe.paymentIntents.retrieve(intent.id, { expand: ['latest_charge'] });
      expect(declined).toMatchObject({
        status: 'requires_payment_method',
        payment_method: null,
        last_payment_error: { code, decline_code: declineCode, payment_method: { id: method.id } },
        latest_charge: { status: 'failed', failure_code: code },
      });
      const paid = await stripe.paymentIntents.confirm(intent.id, { payment_method: 'pm_card_visa' });
      expect(paid.status).toBe('succeeded');
    },
  );

  it('knows the documented tokens', async () => {
    const { stripe } = await openSandbox();
    const paid = await stripe.paymentIntents.create({
      ...PAYMENT,
      payment_method: 'pm_card_mastercard',
      confirm: true,
    });
    expect(paid.status).toBe('succeeded');
    const declined = await refusalOf(
      stripe.paymentIntents.create({ ...PAYMENT, payment_method: 'pm_card_chargeDeclined', confirm: true }),
    );
    expect(declined.code).toBe('card_declined');
  });

  it('refuses a mistyped number, a passed month and a real card before any charge', async () => {
    const { stripe } = await openSandbox();
    const mistyped = await refusalOf(stripe.paymentMethods.create(cardNumber('4242424242424241')));
    expect(mistyped).toMatchObject({ code: 'incorrect_number', statusCode: 402 });
    const expired = await refusalOf(
      stripe.paymentMethods.create({
        type: 'card',
        card: { number: '4242424242424242', exp_month: 1, exp_year: 2020 },
      }),
    );
    expect(expired.code).toBe('invalid_expiry_year');
    const real = await refusalOf(stripe.paymentMethods.create(cardNumber('4111111111111111')));
    expect(real).toMatchObject({ code: 'card_declined', decline_code: 'test_mode_live_card' });
  });

  it('is not made below the smallest or above the largest amount', async () => {
    const { stripe } = await openSandbox();
    const small = await refusalOf(stripe.paymentIntents.create({ ...PAYMENT, amount: 49 }));
    expect(small).toMatchObject({ code: 'amount_too_small', statusCode: 400 });
    const large = await refusalOf(stripe.paymentIntents.create({ ...PAYMENT, amount: 100_000_000 }));
    expect(large.code).toBe('amount_too_large');
  });
});

describe('a payment held for capture', () => {
  it('is captured in part, and only once', async () => {
    const { stripe } = await openSandbox();
    const held = await stripe.paymentIntents.create({
      ...PAYMENT,
      capture_method: 'manual',
      payment_method: 'pm_card_visa',
      confirm: true,
    });
    expect(held).toMatchObject({ status: 'requires_capture', amount_capturable: 2599, amount_received: 0 });
    const captured = await stripe.paymentIntents.capture(held.id, { amount_to_capture: 2000 });
    expect(captured).toMatchObject({ status: 'succeeded', amount_received: 2000, amount_capturable: 0 });
    const again = await refusalOf(stripe.paymentIntents.capture(held.id));
    expect(again.code).toBe('payment_intent_unexpected_state');
  });

  it('is released when it is cancelled', async () => {
    const { stripe } = await openSandbox();
    const held = await stripe.paymentIntents.create({
      ...PAYMENT,
      capture_method: 'manual',
      payment_method: 'pm_card_visa',
      confirm: true,
    });
    const canceled = await stripe.paymentIntents.cancel(held.id, { cancellation_reason: 'abandoned' });
    expect(canceled).toMatchObject({
      status: 'canceled',
      cancellation_reason: 'abandoned',
      amount_capturable: 0,
    });
    const balance = await stripe.balanceTransactions.list();
    expect(balance.data).toEqual([]);
  });
});

describe('saving a card', () => {
  it('keeps it for the customer, who pays with it again; a card used once without a customer is spent', async () => {
    const { stripe } = await openSandbox();
    const customer = await stripe.customers.create({ email: 'ada@shop.example' });
    const first = await stripe.paymentIntents.create({
      ...PAYMENT,
      customer: customer.id,
      setup_future_usage: 'off_session',
      payment_method: 'pm_card_visa',
      confirm: true,
    });
    const saved = await stripe.paymentMethods.list({ customer: customer.id, type: 'card' });
    expect(saved.data.map(({ id }) => id)).toEqual([first.payment_method]);
    const again = await stripe.paymentIntents.create({
      ...PAYMENT,
      customer: customer.id,
      payment_method: saved.data[0]!.id,
      off_session: true,
      confirm: true,
    });
    expect(again.status).toBe('succeeded');

    const once = await stripe.paymentIntents.create({
      ...PAYMENT,
      payment_method: 'pm_card_visa',
      confirm: true,
    });
    const reuse = stripe.paymentIntents.create({
      ...PAYMENT,
      payment_method: String(once.payment_method),
      confirm: true,
    });
    expect((await refusalOf(reuse)).message).toContain('may not be used again');
  });

  it('refuses a card that belongs to somebody else', async () => {
    const { stripe } = await openSandbox();
    const [owner, stranger] = [await stripe.customers.create({}), await stripe.customers.create({})];
    const method = await stripe.paymentMethods.attach('pm_card_visa', { customer: owner.id });
    const theft = stripe.paymentIntents.create({
      ...PAYMENT,
      customer: stranger.id,
      payment_method: method.id,
      confirm: true,
    });
    expect(await refusalOf(theft)).toMatchObject({ statusCode: 400, param: 'payment_method' });
  });

  it('forgets a detached card for good', async () => {
    const { stripe } = await openSandbox();
    const customer = await stripe.customers.create({});
    const method = await stripe.paymentMethods.attach('pm_card_visa', { customer: customer.id });
    expect((await stripe.paymentMethods.detach(method.id)).customer).toBeNull();
    expect((await stripe.customers.listPaymentMethods(customer.id)).data).toEqual([]);
    const back = stripe.paymentMethods.attach(method.id, { customer: customer.id });
    expect((await refusalOf(back)).message).toContain('may not be used again');
  });

  it('is declined already when it is attached, for a card that always declines', async () => {
    const { stripe } = await openSandbox();
    const customer = await stripe.customers.create({});
    const attach = stripe.paymentMethods.attach('pm_card_chargeDeclined', { customer: customer.id });
    expect(await refusalOf(attach)).toMatchObject({ code: 'card_declined', statusCode: 402 });
  });
});
