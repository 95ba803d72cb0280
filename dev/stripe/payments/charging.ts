import type Stripe from 'stripe';
import { cardError, cardErrorBody, type ApiError } from '../api/api-error';
import type { Call } from '../api/call';
import { newStripeId } from '../api/identifiers';
import { DECLINES, type Decline } from '../outcomes/declines';
import { testCard, type CardBehaviour } from '../outcomes/test-cards';
import { attach, requireInstrument } from '../resources/payment-methods';
import type { Charge, Instrument, PaymentIntent, PaymentMethod } from '../state/tables';
import { emit } from '../webhooks/events';
import { openDispute } from './disputing';
import { chargeFee, recordMovement } from './settlement';

/** What the method does when it is charged; PayPal always pays once it was approved. */
export function behaviourOf(instrument: Instrument): CardBehaviour {
  return instrument.behaviour === 'paypal' ? {} : testCard(instrument.behaviour);
}

/**
 * Charges the method for the intent: the money is taken, or only held when the intent is captured by hand. A
 * decline is on record (a failed charge, the intent waiting for another method) and is returned as an error.
 */
export function chargeIntent(
  call: Call,
  intent: PaymentIntent,
  method: PaymentMethod,
  authenticated: boolean,
): PaymentIntent | ApiError {
  const instrument = requireInstrument(call, method.id);
  const { declined } = behaviourOf(instrument);
  if (declined) return declineIntent(call, intent, method, DECLINES[declined]);

  const saved = saveOrSpend(call, intent, method, instrument, authenticated);
  const captured = intent.capture_method !== 'manual';
  const charge = call.store.put('charge', chargeFor(call, intent, saved, { captured, authenticated }));
  emit(call, 'charge.succeeded', charge);
  const held: PaymentIntent = {
    ...intent,
    payment_method: saved.id,
    latest_charge: charge.id,
    next_action: null,
    last_payment_error: null,
    processing: null,
  };
  if (!captured) {
    const capturable = { ...held, status: 'requires_capture', amount_capturable: intent.amount };
    emit(call, 'payment_intent.amount_capturable_updated', call.store.put('payment_intent', capturable));
    return capturable;
  }
  return completeIntent(call, held, charge, intent.amount);
}

/** Takes `amount` of a charge: balance, charge and intent move together. */
export function completeIntent(
  call: Call,
  intent: PaymentIntent,
  charge: Charge,
  amount: number,
): PaymentIntent {
  const behaviour = behaviourOf(requireInstrument(call, charge.payment_method ?? ''));
  const transaction = recordMovement(call, {
    type: 'charge',
    amount,
    currency: charge.currency,
    fee: chargeFee(amount, charge.currency),
    feeDescription: 'Stripe processing fees',
    source: charge.id,
    description: intent.description,
    availableAtOnce: behaviour.availableAtOnce ?? false,
  });
  const taken = call.store.put('charge', {
    ...charge,
    captured: true,
    amount_captured: amount,
    balance_transaction: transaction.id,
  });
  const succeeded = call.store.put('payment_intent', {
    ...intent,
    status: 'succeeded',
    amount_capturable: 0,
    amount_received: amount,
  });
  emit(call, 'payment_intent.succeeded', succeeded);
  if (behaviour.disputed) openDispute(call, taken, behaviour.disputed);
  return succeeded;
}

/** Records a decline: the intent asks for another payment method. */
export function declineIntent(
  call: Call,
  intent: PaymentIntent,
  method: PaymentMethod,
  decline: Decline,
): ApiError {
  const charge = call.store.put('charge', chargeFor(call, intent, method, { declined: decline }));
  emit(call, 'charge.failed', charge);
  const waiting = call.store.put('payment_intent', {
    ...intent,
    status: 'requires_payment_method',
    payment_method: null,
    latest_charge: charge.id,
    next_action: null,
    processing: null,
    last_payment_error: { ...cardErrorBody(decline), charge: charge.id, payment_method: method },
  });
  emit(call, 'payment_intent.payment_failed', waiting);
  return cardError(decline, { charge: charge.id, payment_intent: waiting, payment_method: method });
}

function saveOrSpend(
  call: Call,
  intent: PaymentIntent,
  method: PaymentMethod,
  instrument: Instrument,
  authenticated: boolean,
): PaymentMethod {
  if (method.customer) return method;
  if (intent.customer && intent.setup_future_usage)
    return attach(call, method, intent.customer, authenticated);
  call.store.put('instrument', { ...instrument, spent: true });
  return method;
}

type ChargeResult = {
  readonly captured?: boolean;
  readonly authenticated?: boolean;
  readonly declined?: Decline;
};

function chargeFor(call: Call, intent: PaymentIntent, method: PaymentMethod, result: ChargeResult): Charge {
  const { declined } = result;
  return {
    id: newStripeId('ch'),
    object: 'charge',
    amount: intent.amount,
    amount_captured: 0,
    amount_refunded: 0,
    application: null,
    application_fee: null,
    application_fee_amount: null,
    balance_transaction: null,
    billing_details: method.billing_details,
    calculated_statement_descriptor: 'SOUK',
    captured: result.captured ?? false,
    created: call.now,
    currency: intent.currency,
    customer: intent.customer,
    description: intent.description,
    disputed: false,
    failure_balance_transaction: null,
    failure_code: declined?.code ?? null,
    failure_message: declined?.message ?? null,
    fraud_details: {},
    livemode: false,
    metadata: intent.metadata,
    on_behalf_of: null,
    outcome: outcomeOf(declined),
    paid: !declined,
    payment_intent: intent.id,
    payment_method: method.id,
    payment_method_details: methodDetails(intent, method, result.authenticated ?? false),
    receipt_email: intent.receipt_email,
    receipt_number: null,
    receipt_url: null,
    refunded: false,
    review: null,
    shipping: intent.shipping,
    source: null,
    source_transfer: null,
    statement_descriptor: intent.statement_descriptor,
    statement_descriptor_suffix: intent.statement_descriptor_suffix,
    status: declined ? 'failed' : 'succeeded',
    transfer_data: null,
    transfer_group: intent.transfer_group,
  };
}

function outcomeOf(declined: Decline | undefined): Stripe.Charge.Outcome {
  return {
    advice_code: declined ? 'try_again_later' : null,
    network_advice_code: null,
    network_decline_code: null,
    network_status: declined ? 'declined_by_network' : 'approved_by_network',
    reason: declined?.declineCode ?? null,
    risk_level: 'normal',
    risk_score: 20,
    seller_message: declined
      ? `The bank returned the decline code \`${declined.declineCode}\`.`
      : 'Payment complete.',
    type: declined ? 'issuer_declined' : 'authorized',
  };
}

function methodDetails(
  intent: PaymentIntent,
  method: PaymentMethod,
  authenticated: boolean,
): Stripe.Charge.PaymentMethodDetails {
  if (!method.card) {
    const { country = null, payer_email = null, payer_id = null } = method.paypal ?? {};
    return {
      type: 'paypal',
      paypal: {
        country,
        payer_email,
        payer_id,
        payer_name: null,
        seller_protection: null,
        transaction_id: intent.id.slice(-17).toUpperCase(),
      },
    };
  }
  const { brand, checks, country, exp_month, exp_year, fingerprint, funding, last4, wallet } = method.card;
  return {
    type: 'card',
    card: {
      amount_authorized: intent.amount,
      authorization_code: null,
      brand,
      checks: checks && { ...checks, cvc_check: checks.cvc_check === null ? null : 'pass' },
      country,
      electronic_commerce_indicator: null,
      exp_month,
      exp_year,
      fingerprint: fingerprint ?? null,
      funding,
      installments: null,
      last4,
      mandate: null,
      network: brand,
      network_transaction_id: null,
      regulated_status: 'unregulated',
      three_d_secure: authenticated ? AUTHENTICATED : null,
      transaction_link_id: null,
      wallet: wallet && {
        type: wallet.type,
        dynamic_last4: wallet.dynamic_last4,
        ...(wallet.apple_pay && { apple_pay: {} }),
        ...(wallet.google_pay && { google_pay: {} }),
      },
    },
  };
}

const AUTHENTICATED: Stripe.Charge.PaymentMethodDetails.Card.ThreeDSecure = {
  authentication_flow: 'challenge',
  electronic_commerce_indicator: '05',
  exemption_indicator: null,
  result: 'authenticated',
  result_reason: null,
  transaction_id: null,
  version: '2.2.0',
};
