import {
  payWithSavedCard,
  type PaymentElementHandle,
  type PaymentOrder,
  type PaymentOutcome,
  type RefusalWords,
  type StripeSource,
} from './payment-element';
import { NEW_CARD } from './saved-card';

type Way = {
  /** A saved card's id, or `NEW_CARD`. */
  readonly card: string;
  readonly element: PaymentElementHandle | null;
  readonly source: StripeSource;
  readonly words: RefusalWords;
};

/** Whether there is something to pay with, before anything is placed. Problems are said beside the form. */
export async function isReadyToPay({ card, element }: Way): Promise<boolean> {
  return card !== NEW_CARD || ((await element?.check()) ?? false);
}

/** Pays an order the chosen way. Does not come back when the buyer is sent to a bank or PayPal. */
export async function payWith(
  { card, element, source, words }: Way,
  order: PaymentOrder,
): Promise<PaymentOutcome> {
  try {
    if (card !== NEW_CARD) return await payWithSavedCard(source, { ...order, cardId: card }, words);
    return element
      ? await element.pay(order)
      : { status: 'refused', code: 'not_ready', message: words.other };
  } catch (error) {
    reportError(error);
    return { status: 'refused', code: 'fault', message: words.other };
  }
}
