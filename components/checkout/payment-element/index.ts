/** Paying in the browser: the form, a saved card, and coming back from a redirect. */
export { payWithSavedCard } from './pay-with-saved-card';
export { PaymentElement, type PaymentElementHandle, type PaymentElementWords } from './payment-element';
export { readPaymentReturn, usePaymentReturn, type PaymentReturn } from './payment-return';
export type { StripeSource } from './load-stripe';
export type { PaymentOutcome, RefusalWords } from './outcome';
export type { Payer, PaymentOrder, Purchase } from './payment-form';
