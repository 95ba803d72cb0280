import { ApiError, invalidRequest } from '../api/api-error';
import type { Call } from '../api/call';
import { DECLINES, type Decline } from '../outcomes/declines';
import {
  createPaymentMethod,
  requireInstrument,
  requirePaymentMethod,
  spentMethod,
  type PaymentMethodData,
} from '../resources/payment-methods';
import type { PaymentIntent, PaymentMethod } from '../state/tables';
import { emit } from '../webhooks/events';
import { behaviourOf, chargeIntent, completeIntent, declineIntent } from './charging';

export type Confirmation = {
  readonly payment_method?: string | undefined;
  readonly payment_method_data?: PaymentMethodData | undefined;
  readonly return_url?: string | undefined;
  readonly off_session?: boolean | undefined;
  /** Set by Stripe.js: it shows the challenge itself instead of being redirected. */
  readonly use_stripe_sdk?: boolean | undefined;
};

const CONFIRMABLE = ['requires_payment_method', 'requires_confirmation', 'requires_action'];

const AUTHENTICATION_FAILURE: Decline = {
  code: 'payment_intent_authentication_failure',
  declineCode: 'authentication_failure',
  message:
    'We are unable to authenticate your payment method. Please choose a different payment method and try again.',
};

const CUSTOMER_DECLINE: Decline = {
  code: 'payment_method_customer_decline',
  declineCode: 'customer_decline',
  message: 'The customer declined the payment with their payment provider.',
};

/** Tries to pay: succeeds, is declined, or asks the buyer for a step of their own first. */
export function confirmIntent(
  call: Call,
  intent: PaymentIntent,
  given: Confirmation,
): PaymentIntent | ApiError {
  if (!CONFIRMABLE.includes(intent.status)) throw unexpectedState('confirm', intent);
  const method = chosenMethod(call, intent, given);
  requireUsable(call, intent, method);
  requireReturnUrl(intent, given);
  const attempt = call.store.put('payment_intent', {
    ...intent,
    payment_method: method.id,
    last_payment_error: null,
    next_action: null,
  });
  if (method.type === 'paypal') return askForApproval(call, attempt, given);

  const instrument = requireInstrument(call, method.id);
  const { authentication } = behaviourOf(instrument);
  const challenged = authentication === 'always' || (authentication === 'unless_set_up' && !instrument.setUp);
  if (!challenged) return chargeIntent(call, attempt, method, false);
  if (given.off_session) return declineIntent(call, attempt, method, DECLINES.authentication_required);
  return askForAuthentication(call, attempt, given);
}

/** What a buyer did on the challenge or PayPal page. */
export type BuyerStep = 'approved' | 'refused' | 'approved_later';

/** Goes on where `confirmIntent` asked for the buyer. `approved_later` leaves the payment processing. */
export function completeAction(call: Call, intent: PaymentIntent, step: BuyerStep): PaymentIntent | ApiError {
  if (intent.status !== 'requires_action' || !intent.payment_method)
    throw unexpectedState('continue', intent);
  const method = requirePaymentMethod(call, intent.payment_method);
  if (step === 'refused') {
    return declineIntent(
      call,
      intent,
      method,
      method.type === 'paypal' ? CUSTOMER_DECLINE : AUTHENTICATION_FAILURE,
    );
  }
  if (step === 'approved') return chargeIntent(call, intent, method, method.type === 'card');
  const processing = call.store.put('payment_intent', { ...intent, status: 'processing', next_action: null });
  emit(call, 'payment_intent.processing', processing);
  return processing;
}

/** Ends a payment that was left processing. */
export function settleProcessing(
  call: Call,
  intent: PaymentIntent,
  succeeds: boolean,
): PaymentIntent | ApiError {
  if (intent.status !== 'processing' || !intent.payment_method) throw unexpectedState('settle', intent);
  const method = requirePaymentMethod(call, intent.payment_method);
  if (succeeds) return chargeIntent(call, intent, method, false);
  return declineIntent(call, intent, method, CUSTOMER_DECLINE);
}

/** Takes money that was held; what is not taken is released. */
export function captureIntent(call: Call, intent: PaymentIntent, amount: number | undefined): PaymentIntent {
  if (intent.status !== 'requires_capture') throw unexpectedState('capture', intent);
  const taken = amount ?? intent.amount_capturable;
  if (taken < 1 || taken > intent.amount_capturable) {
    throw invalidRequest(
      `The amount_to_capture (${taken}) must be between 1 and the amount_capturable (${intent.amount_capturable}) of this PaymentIntent.`,
      { param: 'amount_to_capture' },
    );
  }
  const charge = intent.latest_charge ? call.store.get('charge', intent.latest_charge) : undefined;
  if (!charge) throw new Error(`Nothing is held for ${intent.id}`);
  const captured = completeIntent(call, intent, charge, taken);
  const after = call.store.get('charge', charge.id);
  if (after) emit(call, 'charge.captured', after);
  return captured;
}

export function unexpectedState(verb: string, intent: PaymentIntent): ApiError {
  return new ApiError(400, {
    type: 'invalid_request_error',
    code: 'payment_intent_unexpected_state',
    message: `You cannot ${verb} this PaymentIntent because it has a status of ${intent.status}.`,
    payment_intent: intent,
  });
}

function chosenMethod(call: Call, intent: PaymentIntent, given: Confirmation): PaymentMethod {
  if (given.payment_method_data) return createPaymentMethod(call, given.payment_method_data);
  const id = given.payment_method ?? intent.payment_method;
  if (id) return requirePaymentMethod(call, id, 400);
  throw invalidRequest(
    "You cannot confirm this PaymentIntent because it's missing a payment method. You can either update the PaymentIntent with a payment method and then confirm it again, or confirm it again directly with a payment method or ConfirmationToken.",
    { code: 'payment_intent_unexpected_state', param: 'payment_method' },
  );
}

function requireUsable(call: Call, intent: PaymentIntent, method: PaymentMethod): void {
  if (!intent.payment_method_types.includes(method.type)) {
    throw invalidRequest(
      `The PaymentMethod provided (${method.type}) is not allowed for this PaymentIntent.`,
      { code: 'payment_intent_incompatible_payment_method', param: 'payment_method' },
    );
  }
  if (method.customer && method.customer !== intent.customer) {
    throw invalidRequest(
      `The provided PaymentMethod (${method.id}) is attached to another customer than this PaymentIntent.`,
      { param: 'payment_method' },
    );
  }
  if (!method.customer && requireInstrument(call, method.id).spent) throw spentMethod();
}

function requireReturnUrl(intent: PaymentIntent, given: Confirmation): void {
  const mayRedirect = intent.payment_method_types.includes('paypal');
  if (given.return_url || given.use_stripe_sdk || given.off_session || !mayRedirect) return;
  throw invalidRequest(
    'This PaymentIntent accepts payment methods that redirect the customer: you must provide a `return_url`, or create it with `automatic_payment_methods[allow_redirects]` set to `never`.',
    { param: 'return_url' },
  );
}

function askForApproval(call: Call, intent: PaymentIntent, given: Confirmation): PaymentIntent {
  const returnUrl = given.return_url;
  if (!returnUrl) throw invalidRequest('PayPal needs a `return_url`.', { param: 'return_url' });
  return requireAction(call, {
    ...intent,
    next_action: {
      type: 'redirect_to_url',
      redirect_to_url: { return_url: returnUrl, url: stepAddress(call, 'paypal', intent) },
    },
  });
}

function askForAuthentication(call: Call, intent: PaymentIntent, given: Confirmation): PaymentIntent {
  const url = stepAddress(call, 'challenge', intent);
  return requireAction(call, {
    ...intent,
    next_action:
      given.return_url && !given.use_stripe_sdk
        ? { type: 'redirect_to_url', redirect_to_url: { return_url: given.return_url, url } }
        : { type: 'use_stripe_sdk', use_stripe_sdk: { type: 'three_d_secure_redirect', stripe_js: url } },
  });
}

function requireAction(call: Call, intent: PaymentIntent): PaymentIntent {
  const waiting = call.store.put('payment_intent', { ...intent, status: 'requires_action' });
  emit(call, 'payment_intent.requires_action', waiting);
  return waiting;
}

function stepAddress(call: Call, page: 'challenge' | 'paypal', intent: PaymentIntent): string {
  return `${call.origin}/v3/${page}?client_secret=${intent.client_secret}`;
}
