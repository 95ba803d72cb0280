import { loadStripe, type StripeSource } from './load-stripe';
import { outcomeOf, type PaymentOutcome, type RefusalWords } from './outcome';

/**
 * Pays with a card the buyer saved before; no form is needed. The bank may ask for authentication, over the page
 * or by sending the buyer away to `returnUrl`. Rejects when Stripe cannot be loaded.
 */
export async function payWithSavedCard(
  source: StripeSource,
  payment: { readonly clientSecret: string; readonly cardId: string; readonly returnUrl: string },
  words: RefusalWords,
): Promise<PaymentOutcome> {
  const stripe = await loadStripe(source);
  const result = await stripe.confirmPayment({
    clientSecret: payment.clientSecret,
    confirmParams: { payment_method: payment.cardId, return_url: payment.returnUrl },
    redirect: 'if_required',
  });
  return outcomeOf(result, words);
}
