import type { StripeElementsOptionsMode, StripeError, StripePaymentElementOptions } from '@stripe/stripe-js';
import type { MethodType } from '../messages';
import { IntegrationError, refusingUnknown, requireKnown } from './integration-error';
import { showOverlay } from './overlay';
import { PaymentElement, walletName } from './payment-element';
import { themeOf } from './theme';

export type ElementsOptions = Extract<StripeElementsOptionsMode, { mode: 'payment' }>;

const KNOWN_OPTIONS = [
  'mode',
  'amount',
  'currency',
  'appearance',
  'locale',
  'fonts',
  'loader',
  'setupFutureUsage',
  'captureMethod',
  'allowedPaymentMethodTypes',
];

const KNOWN_ELEMENT_OPTIONS = ['layout', 'fields', 'terms', 'wallets', 'business', 'paymentMethodOrder'];

/** The method the buyer chose and confirmed, ready for `confirmPayment`. */
export type Submitted =
  | { readonly type: 'card' }
  | { readonly type: 'paypal' }
  | { readonly type: 'wallet'; readonly paymentMethod: string };

/** `stripe.elements(...)`: what is paid for, and the form. Only the flow that makes the intent later is known. */
export class Elements {
  readonly #origin: string;
  readonly #publishableKey: string;
  #options: ElementsOptions;
  #element: PaymentElement | null = null;
  #submitted: Submitted | null = null;

  constructor(origin: string, publishableKey: string, options: ElementsOptions) {
    requireKnown('stripe.elements()', options, KNOWN_OPTIONS);
    if (options.mode !== 'payment')
      throw new IntegrationError('stripe.elements(): the sandbox knows mode `payment`.');
    this.#origin = origin;
    this.#publishableKey = publishableKey;
    this.#options = requireAmount(options);
  }

  get element(): PaymentElement | null {
    return this.#element;
  }

  get submitted(): Submitted | null {
    return this.#submitted;
  }

  create(type: string, options: StripePaymentElementOptions = {}): PaymentElement {
    if (type !== 'payment')
      throw new IntegrationError(`elements.create(): the sandbox has no element \`${type}\`.`);
    requireKnown("elements.create('payment')", options, KNOWN_ELEMENT_OPTIONS);
    if (this.#element) throw new IntegrationError('There can be one payment element.');
    const element = new PaymentElement(`${this.#origin}/v3/payment-form`, {
      publishableKey: this.#publishableKey,
      theme: themeOf(this.#options.appearance),
      methods: this.#methods(),
    });
    this.#element = element;
    return refusingUnknown('element', element);
  }

  getElement(type: string): PaymentElement | null {
    return type === 'payment' ? this.#element : null;
  }

  async update(change: Partial<ElementsOptions>): Promise<void> {
    requireKnown('elements.update()', change, KNOWN_OPTIONS);
    this.#options = requireAmount({ ...this.#options, ...change });
    this.#submitted = null;
    if (change.appearance) this.#element?.configure({ theme: themeOf(change.appearance) });
    if (change.allowedPaymentMethodTypes) this.#element?.configure({ methods: this.#methods() });
  }

  /** Checks the form; a wallet opens its sheet here and the buyer may close it. */
  async submit(): Promise<{ error?: StripeError; selectedPaymentMethod?: string }> {
    if (!this.#element)
      throw new IntegrationError('elements.submit(): create and mount the payment element first.');
    this.#submitted = null;
    const answer = await this.#element.validate();
    if ('error' in answer) return { error: answer.error };
    if (answer.method !== 'wallet') {
      this.#submitted = { type: answer.method };
      return { selectedPaymentMethod: answer.method };
    }
    const paymentMethod = await this.#openWallet();
    if (!paymentMethod) return { error: CLOSED_WALLET };
    this.#submitted = { type: 'wallet', paymentMethod };
    return { selectedPaymentMethod: walletName() };
  }

  async #openWallet(): Promise<string | null> {
    const { amount, currency } = this.#options;
    const query = new URLSearchParams({
      amount: String(amount),
      currency,
      wallet: walletName(),
      key: this.#publishableKey,
    });
    const result = await showOverlay(`${this.#origin}/v3/wallet?${query}`, 'Pay with your wallet');
    return typeof result === 'string' ? result : null;
  }

  #methods(): MethodType[] {
    const types = this.#options.allowedPaymentMethodTypes ?? ['card', 'paypal'];
    return types.flatMap((type): MethodType[] => {
      if (type === 'card') return ['card', 'wallet'];
      if (type === 'paypal') return ['paypal'];
      throw new IntegrationError(`allowedPaymentMethodTypes: the sandbox does not support ${type}.`);
    });
  }
}

const CLOSED_WALLET: StripeError = {
  type: 'validation_error',
  code: 'payment_canceled',
  message: 'The wallet was closed before paying. Nothing was charged.',
};

function requireAmount(options: ElementsOptions): ElementsOptions {
  if (
    !Number.isInteger(options.amount) ||
    !options.currency ||
    options.currency !== options.currency.toLowerCase()
  ) {
    throw new IntegrationError('stripe.elements(): needs a whole `amount` and a lower-case `currency`.');
  }
  return options;
}
