import { createHash } from 'node:crypto';
import { z } from 'zod';
import { cardError, invalidRequest, missingResource } from '../api/api-error';
import type { Call } from '../api/call';
import { newStripeId } from '../api/identifiers';
import { listPage, pageParameters } from '../api/pagination';
import { billingDetails, integer, metadata, text } from '../api/parameters';
import { route } from '../api/routing';
import { DECLINES } from '../outcomes/declines';
import {
  hasValidCheckDigit,
  testCard,
  testCardByNumber,
  testCardByToken,
  type TestCardName,
} from '../outcomes/test-cards';
import type { Instrument, PaymentMethod } from '../state/tables';
import { emit } from '../webhooks/events';
import { fullBillingDetails } from './addresses';
import { requireCustomer } from './customers';
import { mergeMetadata } from './metadata';

const wallet = z.enum(['apple_pay', 'google_pay']);

/** `wallet` is what the sandbox's own form says; Stripe learns it from the wallet's token. */
const card = z.union([
  z.strictObject({ token: text, wallet: wallet.optional() }),
  z.strictObject({
    number: text,
    exp_month: integer,
    exp_year: integer,
    cvc: z
      .string()
      .regex(/^\d{3,4}$/, "Your card's security code is invalid.")
      .optional(),
  }),
]);

/** The fields of a new payment method, also as `payment_method_data` of a payment intent. */
export const paymentMethodData = z.strictObject({
  type: z.enum(['card', 'paypal']),
  card: card.optional(),
  paypal: z.strictObject({}).optional(),
  billing_details: billingDetails.optional(),
  allow_redisplay: z.enum(['always', 'limited', 'unspecified']).optional(),
  metadata: metadata.optional(),
});

export type PaymentMethodData = z.output<typeof paymentMethodData>;

export const paymentMethodRoutes = [
  route('POST /v1/payment_methods', {
    access: 'publishable',
    parameters: paymentMethodData,
    answer: (call, given) => createPaymentMethod(call, given),
  }),

  route('GET /v1/payment_methods', {
    parameters: z.strictObject({
      ...pageParameters,
      customer: text,
      type: z.enum(['card', 'paypal']).optional(),
    }),
    answer(call, { customer, type, ...page }) {
      requireCustomer(call, customer, 400);
      return listPaymentMethods(call, '/v1/payment_methods', customer, type, page);
    },
  }),

  route('GET /v1/customers/:customer/payment_methods', {
    parameters: z.strictObject({ ...pageParameters, type: z.enum(['card', 'paypal']).optional() }),
    answer(call, { type, ...page }, customer) {
      requireCustomer(call, customer);
      return listPaymentMethods(call, `/v1/customers/${customer}/payment_methods`, customer, type, page);
    },
  }),

  route('GET /v1/payment_methods/:payment_method', {
    parameters: z.strictObject({}),
    answer: (call, _, id) => requirePaymentMethod(call, id),
  }),

  route('POST /v1/payment_methods/:payment_method/attach', {
    parameters: z.strictObject({ customer: text }),
    answer(call, { customer }, id) {
      const method = requirePaymentMethod(call, id);
      const instrument = requireInstrument(call, method.id);
      requireCustomer(call, customer, 400);
      const decline = instrument.behaviour === 'paypal' ? null : attachDecline(instrument.behaviour);
      if (decline) throw cardError(decline, { payment_method: method });
      if (method.customer === customer) return method;
      if (method.customer) {
        throw invalidRequest('The payment method you provided has already been attached to a customer.', {
          code: 'payment_method_unexpected_state',
        });
      }
      return attach(call, method, customer);
    },
  }),

  route('POST /v1/payment_methods/:payment_method/detach', {
    parameters: z.strictObject({}),
    answer(call, _, id) {
      const method = requirePaymentMethod(call, id);
      if (!method.customer) {
        throw invalidRequest(
          'The payment method you provided is not attached to a customer so detachment is impossible.',
          { code: 'payment_method_unexpected_state' },
        );
      }
      const detached = call.store.put('payment_method', { ...method, customer: null });
      call.store.put('instrument', { ...requireInstrument(call, id), spent: true });
      emit(call, 'payment_method.detached', detached, { customer: method.customer });
      return detached;
    },
  }),
];

/** The method with that id, or a new one for a test token such as `pm_card_visa`. */
export function requirePaymentMethod(call: Call, id: string, status: 400 | 404 = 404): PaymentMethod {
  const method = call.store.get('payment_method', id);
  if (method) return method;
  const token = id.startsWith('pm_card_') ? testCardByToken(id) : null;
  if (token) return createPaymentMethod(call, { type: 'card', card: { token: id } });
  throw missingResource('PaymentMethod', id, { param: 'payment_method', status });
}

export function requireInstrument(call: Call, id: string): Instrument {
  const instrument = call.store.get('instrument', id);
  if (!instrument) throw new Error(`No instrument behind ${id}`);
  return instrument;
}

/** Binds a method to a customer, who may use it again. */
export function attach(call: Call, method: PaymentMethod, customer: string, setUp = false): PaymentMethod {
  const instrument = requireInstrument(call, method.id);
  if (instrument.spent) throw spentMethod();
  const attached = call.store.put('payment_method', { ...method, customer });
  call.store.put('instrument', { ...instrument, setUp: instrument.setUp || setUp });
  emit(call, 'payment_method.attached', attached);
  return attached;
}

export function spentMethod() {
  return invalidRequest(
    'The provided PaymentMethod was previously used with a PaymentIntent without Customer attachment, shared with a connected account without Customer attachment, or was detached from a Customer. It may not be used again. To use a PaymentMethod multiple times, you must attach it to a Customer first.',
  );
}

export function createPaymentMethod(call: Call, given: PaymentMethodData): PaymentMethod {
  const common = {
    id: newStripeId('pm'),
    object: 'payment_method',
    allow_redisplay: given.allow_redisplay ?? 'unspecified',
    billing_details: fullBillingDetails(given.billing_details),
    created: call.now,
    customer: null,
    customer_account: null,
    livemode: false,
    metadata: mergeMetadata(null, given.metadata),
  } as const;
  if (given.type === 'paypal') {
    const paypal = {
      country: 'DE',
      payer_email: 'buyer@paypal.example',
      payer_id: common.id.slice(-13).toUpperCase(),
    };
    return keep(call, { ...common, type: 'paypal', paypal }, 'paypal');
  }
  if (!given.card)
    throw invalidRequest('Missing required param: card.', { code: 'parameter_missing', param: 'card' });
  const { name, ...printed } = readCard(call, given.card);
  return keep(call, { ...common, type: 'card', card: cardFields(name, printed) }, name);
}

function keep(call: Call, method: PaymentMethod, behaviour: Instrument['behaviour']): PaymentMethod {
  call.store.put('instrument', { id: method.id, behaviour, spent: false, setUp: false });
  return call.store.put('payment_method', method);
}

type PrintedCard = {
  readonly expMonth: number;
  readonly expYear: number;
  readonly cvcGiven: boolean;
  readonly wallet: z.output<typeof wallet> | null;
};

function readCard(call: Call, given: z.output<typeof card>): PrintedCard & { name: TestCardName } {
  const thisYear = new Date(call.now * 1000).getUTCFullYear();
  if ('token' in given) {
    const name = testCardByToken(given.token);
    if (!name) throw missingResource('token', given.token, { param: 'card[token]', status: 400 });
    return { name, expMonth: 12, expYear: thisYear + 3, cvcGiven: true, wallet: given.wallet ?? null };
  }
  requireExpiry(call, given.exp_month, given.exp_year);
  return {
    name: cardNamed(given.number.replaceAll(/[\s-]/g, '')),
    expMonth: given.exp_month,
    expYear: given.exp_year,
    cvcGiven: given.cvc !== undefined,
    wallet: null,
  };
}

function cardNamed(number: string): TestCardName {
  if (!/^\d{12,19}$/.test(number) || !hasValidCheckDigit(number)) {
    const words = 'Your card number is incorrect.';
    throw cardError(
      { code: 'incorrect_number', declineCode: 'incorrect_number', message: words },
      { param: 'number' },
    );
  }
  const name = testCardByNumber(number);
  if (!name) throw cardError(DECLINES.test_mode_live_card);
  return name;
}

function requireExpiry(call: Call, month: number, year: number): void {
  const today = new Date(call.now * 1000);
  if (month < 1 || month > 12) throw expiryError('month');
  const monthsLeft = (year - today.getUTCFullYear()) * 12 + month - (today.getUTCMonth() + 1);
  if (monthsLeft < 0 || monthsLeft > 50 * 12) throw expiryError('year');
}

function expiryError(part: 'month' | 'year') {
  const code = `invalid_expiry_${part}`;
  const message = `Your card's expiration ${part} is invalid.`;
  return cardError({ code, declineCode: code, message }, { param: `exp_${part}` });
}

function cardFields(name: TestCardName, printed: PrintedCard): NonNullable<PaymentMethod['card']> {
  const { number, brand, country, funding, authentication } = testCard(name);
  return {
    brand,
    checks: {
      address_line1_check: null,
      address_postal_code_check: null,
      cvc_check: printed.cvcGiven ? 'unchecked' : null,
    },
    country,
    display_brand: brand === 'amex' ? 'american_express' : brand,
    exp_month: printed.expMonth,
    exp_year: printed.expYear,
    fingerprint: createHash('sha256').update(number).digest('base64url').slice(0, 16),
    funding,
    generated_from: null,
    last4: number.slice(-4),
    networks: { available: [brand], preferred: null },
    regulated_status: 'unregulated',
    three_d_secure_usage: { supported: brand !== 'unionpay' || authentication !== undefined },
    wallet: printed.wallet && { type: printed.wallet, dynamic_last4: null, [printed.wallet]: {} },
  };
}

function attachDecline(name: TestCardName) {
  const { declined, attaches } = testCard(name);
  return declined && attaches === false ? DECLINES[declined] : null;
}

function listPaymentMethods(
  call: Call,
  url: string,
  customer: string,
  type: string | undefined,
  page: { limit: number; starting_after?: string | undefined },
) {
  return listPage(call.store, 'payment_method', url, page, {
    index: ['customer', customer],
    where: (method) => type === undefined || method.type === type,
  });
}
