import { z } from 'zod';
import { missingResource } from '../api/api-error';
import type { Call } from '../api/call';
import { newClientSecret, newStripeId } from '../api/identifiers';
import { createdRange, isCreatedWithin, listPage, pageParameters } from '../api/pagination';
import { clearableText, flag, integer, list, metadata, shipping, text } from '../api/parameters';
import { route } from '../api/routing';
import { captureIntent, confirmIntent, unexpectedState } from '../payments/confirmation';
import type { PaymentIntent } from '../state/tables';
import { emit } from '../webhooks/events';
import { fullShipping } from './addresses';
import { requireAmount, requireCurrency } from './amounts';
import { requireCustomer } from './customers';
import { mergeMetadata } from './metadata';
import { paymentMethodData, requirePaymentMethod } from './payment-methods';

const methodType = z.enum(['card', 'paypal']);

const writable = {
  customer: text.optional(),
  description: clearableText.optional(),
  metadata: metadata.optional(),
  payment_method: text.optional(),
  receipt_email: clearableText.optional(),
  setup_future_usage: z.enum(['on_session', 'off_session']).optional(),
  shipping: shipping.optional(),
  statement_descriptor: clearableText.optional(),
  statement_descriptor_suffix: clearableText.optional(),
  transfer_group: clearableText.optional(),
};

const confirmation = {
  off_session: flag.optional(),
  return_url: z.url().optional(),
  use_stripe_sdk: flag.optional(),
};

const creation = z.strictObject({
  ...writable,
  ...confirmation,
  amount: integer,
  currency: text,
  automatic_payment_methods: z
    .strictObject({ enabled: flag, allow_redirects: z.enum(['always', 'never']).default('always') })
    .optional(),
  allowed_payment_method_types: list(methodType).optional(),
  /** Stripe's default, `automatic_async`, settles fees later; the sandbox makes the choice explicit. */
  capture_method: z.enum(['automatic', 'manual'], 'the sandbox knows `automatic` and `manual`'),
  confirm: flag.default(false),
});

export const paymentIntentRoutes = [
  route('POST /v1/payment_intents', {
    parameters: creation,
    answer(call, given) {
      const intent = call.store.put('payment_intent', newIntent(call, given));
      emit(call, 'payment_intent.created', intent);
      return given.confirm ? confirmIntent(call, intent, given) : intent;
    },
  }),

  route('GET /v1/payment_intents', {
    parameters: z.strictObject({
      ...pageParameters,
      customer: text.optional(),
      created: createdRange.optional(),
    }),
    answer: (call, { customer, created, ...page }) =>
      listPage(call.store, 'payment_intent', '/v1/payment_intents', page, {
        ...(customer && { index: ['customer', customer] as const }),
        where: (intent) => isCreatedWithin(intent.created, created),
      }),
  }),

  route('GET /v1/payment_intents/:intent', {
    access: 'publishable',
    parameters: z.strictObject({ client_secret: text.optional() }),
    answer: (call, { client_secret }, id) => requireIntent(call, id, client_secret),
  }),

  route('POST /v1/payment_intents/:intent', {
    parameters: z.strictObject({
      ...writable,
      amount: integer.optional(),
      currency: text.optional(),
      setup_future_usage: z.enum(['on_session', 'off_session', '']).optional(),
    }),
    answer(call, given, id) {
      const intent = requireIntent(call, id);
      const {
        amount = intent.amount,
        currency = intent.currency,
        setup_future_usage: usage,
        ...rest
      } = given;
      const open = ['requires_payment_method', 'requires_confirmation', 'requires_action'].includes(
        intent.status,
      );
      const onlyWords = Object.keys(given).every((name) => name === 'metadata' || name === 'description');
      if (!open && !onlyWords) throw unexpectedState('update', intent);
      requireAmount(amount, requireCurrency(currency));
      return call.store.put('payment_intent', {
        ...intent,
        ...changedFields(call, rest),
        ...(usage !== undefined && { setup_future_usage: usage === '' ? null : usage }),
        amount,
        currency: requireCurrency(currency),
        metadata: mergeMetadata(intent.metadata, given.metadata),
      });
    },
  }),

  route('POST /v1/payment_intents/:intent/confirm', {
    access: 'publishable',
    parameters: z.strictObject({
      ...confirmation,
      client_secret: text.optional(),
      payment_method: text.optional(),
      payment_method_data: paymentMethodData.optional(),
      receipt_email: clearableText.optional(),
      setup_future_usage: z.enum(['on_session', 'off_session']).optional(),
      shipping: shipping.optional(),
    }),
    answer(call, given, id) {
      const intent = requireIntent(call, id, given.client_secret);
      const { receipt_email, setup_future_usage, shipping: givenShipping } = given;
      const changed = changedFields(call, { receipt_email, setup_future_usage, shipping: givenShipping });
      return confirmIntent(call, { ...intent, ...changed }, given);
    },
  }),

  route('POST /v1/payment_intents/:intent/capture', {
    parameters: z.strictObject({ amount_to_capture: integer.optional() }),
    answer: (call, given, id) => captureIntent(call, requireIntent(call, id), given.amount_to_capture),
  }),

  route('POST /v1/payment_intents/:intent/cancel', {
    parameters: z.strictObject({
      cancellation_reason: z
        .enum(['abandoned', 'duplicate', 'fraudulent', 'requested_by_customer'])
        .optional(),
    }),
    answer: (call, given, id) =>
      cancelIntent(call, requireIntent(call, id), given.cancellation_reason ?? null),
  }),
];

/** The intent; a browser must also know its client secret. */
export function requireIntent(call: Call, id: string, clientSecret?: string): PaymentIntent {
  const intent = call.store.get('payment_intent', id);
  const known = call.access === 'secret' || intent?.client_secret === clientSecret;
  if (!intent || !known) throw missingResource('payment_intent', id, { param: 'intent' });
  return intent;
}

function newIntent(call: Call, given: z.output<typeof creation>): PaymentIntent {
  const currency = requireCurrency(given.currency);
  requireAmount(given.amount, currency);
  const automatic = given.automatic_payment_methods ?? ALL_METHODS;
  const allowed = given.allowed_payment_method_types ?? null;
  const id = newStripeId('pi');
  return {
    ...blankIntent(id, call.now),
    ...changedFields(call, given),
    amount: given.amount,
    currency,
    capture_method: given.capture_method,
    automatic_payment_methods: automatic,
    allowed_payment_method_types: allowed,
    payment_method_types: typesOf(automatic).filter((type) => !allowed || allowed.includes(type)),
    metadata: mergeMetadata(null, given.metadata),
    status: given.payment_method ? 'requires_confirmation' : 'requires_payment_method',
  };
}

const ALL_METHODS = { enabled: true, allow_redirects: 'always' } as const;

function typesOf(automatic: { allow_redirects: 'always' | 'never' }): z.output<typeof methodType>[] {
  return automatic.allow_redirects === 'never' ? ['card'] : ['card', 'paypal'];
}

type Writable = z.output<z.ZodObject<typeof writable>>;

function changedFields(call: Call, given: Partial<Writable>): Partial<PaymentIntent> {
  if (given.customer) requireCustomer(call, given.customer, 400);
  const method = given.payment_method ? requirePaymentMethod(call, given.payment_method, 400) : undefined;
  const fields = {
    customer: given.customer,
    description: given.description,
    payment_method: method?.id,
    receipt_email: given.receipt_email,
    setup_future_usage: given.setup_future_usage,
    shipping: given.shipping && fullShipping(given.shipping),
    statement_descriptor: given.statement_descriptor,
    statement_descriptor_suffix: given.statement_descriptor_suffix,
    transfer_group: given.transfer_group,
  };
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

function cancelIntent(
  call: Call,
  intent: PaymentIntent,
  reason: PaymentIntent['cancellation_reason'],
): PaymentIntent {
  if (['succeeded', 'canceled', 'processing'].includes(intent.status))
    throw unexpectedState('cancel', intent);
  if (intent.status === 'requires_capture') releaseHeldMoney(call, intent);
  const canceled = call.store.put('payment_intent', {
    ...intent,
    status: 'canceled',
    amount_capturable: 0,
    canceled_at: call.now,
    cancellation_reason: reason,
    next_action: null,
  });
  emit(call, 'payment_intent.canceled', canceled);
  return canceled;
}

function releaseHeldMoney(call: Call, intent: PaymentIntent): void {
  const charge = intent.latest_charge ? call.store.get('charge', intent.latest_charge) : undefined;
  if (!charge) return;
  const released = call.store.put('charge', { ...charge, refunded: true, amount_refunded: charge.amount });
  emit(call, 'charge.refunded', released, { amount_refunded: 0, refunded: false });
}

function blankIntent(id: string, now: number): PaymentIntent {
  return {
    id,
    object: 'payment_intent',
    allowed_payment_method_types: null,
    amount: 0,
    amount_capturable: 0,
    amount_details: { tip: {} },
    amount_received: 0,
    application: null,
    application_fee_amount: null,
    automatic_payment_methods: null,
    canceled_at: null,
    cancellation_reason: null,
    capture_method: 'automatic',
    client_secret: newClientSecret(id),
    confirmation_method: 'automatic',
    created: now,
    currency: '',
    customer: null,
    customer_account: null,
    description: null,
    excluded_payment_method_types: null,
    last_payment_error: null,
    latest_charge: null,
    livemode: false,
    managed_payments: null,
    metadata: {},
    next_action: null,
    on_behalf_of: null,
    payment_method: null,
    payment_method_configuration_details: null,
    payment_method_options: {},
    payment_method_types: [],
    payment_record: null,
    processing: null,
    receipt_email: null,
    review: null,
    setup_future_usage: null,
    shipping: null,
    source: null,
    statement_descriptor: null,
    statement_descriptor_suffix: null,
    status: 'requires_payment_method',
    transfer_data: null,
    transfer_group: null,
  };
}
