import { createHash } from 'node:crypto';
import Stripe from 'stripe';
import { isCurrency, type Currency } from '@/lib/kernel/money';
import { env } from '@/lib/platform/env';
import { stripe } from '@/lib/platform/stripe';

/**
 * All that the market asks of its payment provider, in our words. Calls that move money carry an idempotency
 * key made from our own id, so a retry after a lost answer is the same call. Faults throw.
 */
export type Intent = {
  readonly intentId: string;
  /** Our payment, from the intent's metadata; null for an intent that is not ours. */
  readonly paymentId: string | null;
  readonly status: 'requires_payment' | 'processing' | 'captured' | 'cancelled';
  readonly currency: Currency;
  readonly amountMinor: number;
  readonly receivedMinor: number;
  /** `Visa •••• 4242`, once known. */
  readonly method: string;
  /** Why the last attempt failed, as a decline code. */
  readonly failureCode: string | null;
  /** Whether paying keeps the card; the browser's form must say the same. */
  readonly savesCard: boolean;
};

/** The least the provider charges, in minor units. */
export const SMALLEST_CHARGE_MINOR: Readonly<Record<Currency, number>> = {
  EUR: 50,
  USD: 50,
  GBP: 30,
  JPY: 50,
  KWD: 200,
};

export type NewIntent = {
  readonly paymentId: string;
  readonly orderNumber: string;
  readonly amountMinor: number;
  readonly currency: Currency;
  readonly email: string;
  readonly stripeCustomerId: string | null;
  /** Keep the card for the next purchase. */
  readonly saveCard: boolean;
};

/**
 * Makes an intent; `clientSecret` lets the browser confirm exactly this one. The same wish makes one intent, however
 * often it is asked. Another wish for the same payment makes another, since the provider refuses to see a key again
 * with other words: which of them is the payment's is decided where the payment is kept.
 */
export async function createIntent(
  wanted: NewIntent,
): Promise<{ readonly intentId: string; readonly clientSecret: string }> {
  const asked = {
    amount: wanted.amountMinor,
    currency: wanted.currency.toLowerCase(),
    automatic_payment_methods: { enabled: true },
    // Captured at once, so that the charge knows its fee when we hear of it; Stripe's default settles later.
    capture_method: 'automatic' as const,
    receipt_email: wanted.email,
    description: `Order ${wanted.orderNumber}`,
    metadata: { payment_id: wanted.paymentId, order_number: wanted.orderNumber },
    ...(wanted.stripeCustomerId && { customer: wanted.stripeCustomerId }),
    ...(wanted.saveCard && wanted.stripeCustomerId && { setup_future_usage: 'off_session' as const }),
  };
  const wish = createHash('sha256').update(JSON.stringify(asked)).digest('base64url');
  const intent = await stripe().paymentIntents.create(asked, {
    idempotencyKey: `payment-${wanted.paymentId}-${wish}`,
  });
  return { intentId: intent.id, clientSecret: requireSecret(intent) };
}

/**
 * Opens an intent again as it is asked for now: the browser's form is refused by an intent that says otherwise about
 * keeping the card. One that is paid or being paid is left alone. Answers its client secret.
 */
export async function reopenIntent(
  intentId: string,
  { stripeCustomerId, saveCard }: Pick<NewIntent, 'stripeCustomerId' | 'saveCard'>,
): Promise<string> {
  const intent = await stripe().paymentIntents.retrieve(intentId);
  const savesCard = saveCard && stripeCustomerId !== null;
  const isAsWanted = savesCard === (intent.setup_future_usage !== null);
  if (isAsWanted || toStatus(intent.status) !== 'requires_payment') {
    return requireSecret(intent);
  }
  const changed = await stripe().paymentIntents.update(intentId, {
    setup_future_usage: savesCard ? 'off_session' : '',
    ...(intent.customer === null && stripeCustomerId !== null && { customer: stripeCustomerId }),
  });
  return requireSecret(changed);
}

export async function retrieveClientSecret(intentId: string): Promise<string> {
  return requireSecret(await stripe().paymentIntents.retrieve(intentId));
}

export async function retrieveIntent(intentId: string): Promise<Intent> {
  return toIntent(await stripe().paymentIntents.retrieve(intentId, { expand: ['latest_charge'] }));
}

/** Ends an intent that was not paid, and answers how it stands: one that is paid or being paid is left alone. */
export async function cancelIntent(intentId: string): Promise<Intent['status']> {
  const intent = await stripe().paymentIntents.retrieve(intentId);
  const status = toStatus(intent.status);
  if (status !== 'requires_payment') return status;
  const ended = await stripe()
    .paymentIntents.cancel(intentId, { cancellation_reason: 'abandoned' })
    .catch((error: unknown) => {
      // Ended or paid by somebody else between the two calls: the intent itself says which.
      if (isUnexpectedState(error)) return stripe().paymentIntents.retrieve(intentId);
      throw error;
    });
  return toStatus(ended.status);
}

function isUnexpectedState(error: unknown): boolean {
  return (
    error instanceof Stripe.errors.StripeInvalidRequestError &&
    error.code === 'payment_intent_unexpected_state'
  );
}

export type ProviderRefund = {
  /** Null when the provider refused to make one. */
  readonly providerRefundId: string | null;
  readonly status: 'pending' | 'succeeded' | 'failed';
  readonly failureCode: string | null;
};

/** A try to send a refund; `failures` counts those before it. */
export type RefundTry = {
  readonly refundId: string;
  readonly failures: number;
  readonly intentId: string;
  readonly amountMinor: number;
};

/** Sends money back, once per try of a refund of ours. What the provider refuses for good has failed, with its code. */
export async function createRefund({
  refundId,
  failures,
  intentId,
  amountMinor,
}: RefundTry): Promise<ProviderRefund> {
  try {
    const made = await stripe().refunds.create(
      {
        payment_intent: intentId,
        amount: amountMinor,
        metadata: { refund_id: refundId, failures: String(failures) },
      },
      { idempotencyKey: failures === 0 ? `refund-${refundId}` : `refund-${refundId}-${failures}` },
    );
    return toRefund(made);
  } catch (error) {
    if (!(error instanceof Stripe.errors.StripeInvalidRequestError)) throw error;
    return { providerRefundId: null, status: 'failed', failureCode: error.code ?? 'refused' };
  }
}

/** What a try has become whose answer was lost; null when the provider never heard of it. */
export async function findRefund({
  refundId,
  failures,
  intentId,
}: RefundTry): Promise<ProviderRefund | null> {
  for await (const refund of stripe().refunds.list({ payment_intent: intentId, limit: 100 })) {
    const { refund_id: id, failures: before } = refund.metadata ?? {};
    if (id === refundId && (before ?? '0') === String(failures)) return toRefund(refund);
  }
  return null;
}

export async function retrieveRefund(providerRefundId: string): Promise<ProviderRefund> {
  return toRefund(await stripe().refunds.retrieve(providerRefundId));
}

/** The provider's customer behind saved cards, made once per customer of ours. */
export async function createProviderCustomer(customer: {
  readonly customerId: string;
  readonly email: string;
  readonly name: string;
}): Promise<string> {
  const made = await stripe().customers.create(
    { email: customer.email, name: customer.name, metadata: { customer_id: customer.customerId } },
    { idempotencyKey: `customer-${customer.customerId}` },
  );
  return made.id;
}

export type SavedCard = {
  readonly cardId: string;
  readonly brand: string;
  readonly last4: string;
  readonly expires: string;
};

export async function listSavedCards(stripeCustomerId: string): Promise<SavedCard[]> {
  const methods = await stripe().paymentMethods.list({ customer: stripeCustomerId, type: 'card', limit: 20 });
  return methods.data.flatMap((method) =>
    method.card
      ? {
          cardId: method.id,
          brand: method.card.brand,
          last4: method.card.last4,
          expires: `${String(method.card.exp_month).padStart(2, '0')}/${String(method.card.exp_year).slice(-2)}`,
        }
      : [],
  );
}

/** Forgets a card, if it is this customer's. */
export async function forgetCard(stripeCustomerId: string, cardId: string): Promise<boolean> {
  const cards = await listSavedCards(stripeCustomerId);
  if (!cards.some((card) => card.cardId === cardId)) return false;
  await stripe().paymentMethods.detach(cardId);
  return true;
}

/** The event of a webhook whose signature is right for the market's or the sellers' endpoint, or null. */
export function verifyStripeWebhook(payload: string, signature: string): Stripe.Event | null {
  const { STRIPE_WEBHOOK_SECRET, STRIPE_CONNECT_WEBHOOK_SECRET } = env();
  return (
    eventSignedWith(STRIPE_WEBHOOK_SECRET, payload, signature) ??
    (STRIPE_CONNECT_WEBHOOK_SECRET === undefined
      ? null
      : eventSignedWith(STRIPE_CONNECT_WEBHOOK_SECRET, payload, signature))
  );
}

function eventSignedWith(secret: string, payload: string, signature: string): Stripe.Event | null {
  try {
    return stripe().webhooks.constructEvent(payload, signature, secret);
  } catch {
    return null;
  }
}

function toIntent(intent: Stripe.PaymentIntent): Intent {
  const currency = intent.currency.toUpperCase();
  if (!isCurrency(currency)) throw new Error(`Payment intent ${intent.id} is in ${currency}`);
  return {
    intentId: intent.id,
    paymentId: intent.metadata.payment_id ?? null,
    status: toStatus(intent.status),
    currency,
    amountMinor: intent.amount,
    receivedMinor: intent.amount_received,
    method:
      typeof intent.latest_charge === 'object' && intent.latest_charge ? describe(intent.latest_charge) : '',
    failureCode: intent.last_payment_error?.decline_code ?? intent.last_payment_error?.code ?? null,
    savesCard: intent.setup_future_usage !== null,
  };
}

function toStatus(status: Stripe.PaymentIntent.Status): Intent['status'] {
  if (status === 'succeeded') return 'captured';
  if (status === 'canceled') return 'cancelled';
  return status === 'processing' ? 'processing' : 'requires_payment';
}

function describe(charge: Stripe.Charge): string {
  const card = charge.payment_method_details?.card;
  if (!card) return charge.payment_method_details?.type ?? '';
  const brand = card.brand ?? 'card';
  return `${brand.charAt(0).toUpperCase()}${brand.slice(1)} •••• ${card.last4 ?? ''}`;
}

function toRefund(refund: Stripe.Refund): ProviderRefund {
  const failed = refund.status === 'failed' || refund.status === 'canceled';
  return {
    providerRefundId: refund.id,
    status: refund.status === 'succeeded' ? 'succeeded' : failed ? 'failed' : 'pending',
    failureCode: refund.failure_reason ?? null,
  };
}

function requireSecret(intent: Stripe.PaymentIntent): string {
  if (!intent.client_secret) throw new Error(`Payment intent ${intent.id} has no client secret`);
  return intent.client_secret;
}
