import type { PaymentIntentResult, StripeError } from '@stripe/stripe-js';

/**
 * How an attempt to pay ended in the browser. Only words for the buyer hang on it: whether an order is paid, the
 * server learns from Stripe.
 */
export type PaymentOutcome =
  | { readonly status: 'paid' }
  | { readonly status: 'processing' }
  | { readonly status: 'refused'; readonly code: string; readonly message: string };

/** Our words for refusals by decline or error code; a code without words is told in Stripe's own, or in `other`. */
export type RefusalWords = { readonly other: string; readonly byCode?: Readonly<Record<string, string>> };

export function outcomeOf(result: PaymentIntentResult, words: RefusalWords): PaymentOutcome {
  if (result.error) return refusalOf(result.error, words);
  switch (result.paymentIntent.status) {
    case 'succeeded':
    case 'requires_capture':
      return { status: 'paid' };
    case 'processing':
      return { status: 'processing' };
    default:
      return { status: 'refused', code: result.paymentIntent.status, message: words.other };
  }
}

export function refusalOf(error: StripeError, words: RefusalWords): PaymentOutcome & { status: 'refused' } {
  const code = error.decline_code ?? error.code ?? error.type;
  const own = words.byCode?.[code] ?? words.byCode?.[error.code ?? ''];
  const spoken = error.type === 'card_error' || error.type === 'validation_error' ? error.message : undefined;
  return { status: 'refused', code, message: own ?? spoken ?? words.other };
}
