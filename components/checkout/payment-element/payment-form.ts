import type { Stripe, StripeElements, StripePaymentElement } from '@stripe/stripe-js';
import type { Currency } from '@/lib/kernel/money';
import { outcomeOf, refusalOf, type PaymentOutcome, type RefusalWords } from './outcome';
import { stripeAppearance } from './theme';

export type Purchase = {
  readonly amountMinor: number;
  readonly currency: Currency;
  /** Keep the card for later; the payment's intent must say the same. */
  readonly saveCard: boolean;
};

/** Who pays, as checkout already knows it: the form asks for nothing twice. */
export type Payer = {
  readonly name: string;
  readonly email: string;
  readonly phone?: string;
  readonly address: {
    readonly line1: string;
    readonly line2?: string;
    readonly city: string;
    readonly state?: string;
    readonly postalCode: string;
    /** ISO 3166-1 alpha-2. */
    readonly country: string;
  };
};

export type PaymentOrder = {
  readonly clientSecret: string;
  /** Absolute; where a bank or PayPal sends the buyer back to. */
  readonly returnUrl: string;
  readonly payer: Payer;
};

type FormEvents = {
  readonly ready: () => void;
  readonly changed: (complete: boolean) => void;
  readonly failed: () => void;
};

/** One Payment Element in the page, without React: made, changed, paid with, taken away. */
export class PaymentForm {
  readonly #stripe: Stripe;
  readonly #elements: StripeElements;
  readonly #element: StripePaymentElement;
  readonly #place: HTMLElement;

  constructor(stripe: Stripe, place: HTMLElement, purchase: Purchase, events: FormEvents) {
    this.#stripe = stripe;
    this.#place = place;
    this.#elements = stripe.elements({
      mode: 'payment',
      captureMethod: 'automatic',
      appearance: stripeAppearance(place),
      ...optionsOf(purchase),
    });
    this.#element = this.#elements.create('payment', { layout: 'tabs', fields: { billingDetails: 'never' } });
    this.#element.on('ready', events.ready);
    this.#element.on('change', (event) => events.changed(event.complete));
    this.#element.on('loaderror', events.failed);
    this.#element.mount(place);
  }

  async change(purchase: Purchase): Promise<void> {
    await this.#elements.update(optionsOf(purchase));
  }

  async repaint(): Promise<void> {
    await this.#elements.update({ appearance: stripeAppearance(this.#place) });
  }

  /** Checks what was typed, each problem beside its field; a wallet opens its sheet. Null when all is well. */
  async check(words: RefusalWords): Promise<(PaymentOutcome & { status: 'refused' }) | null> {
    const { error } = await this.#elements.submit();
    return error ? refusalOf(error, words) : null;
  }

  /** Pays, after `check`. Does not come back when the buyer is sent to PayPal or a bank. */
  async pay({ clientSecret, returnUrl, payer }: PaymentOrder, words: RefusalWords): Promise<PaymentOutcome> {
    const result = await this.#stripe.confirmPayment({
      elements: this.#elements,
      clientSecret,
      confirmParams: {
        return_url: returnUrl,
        payment_method_data: { billing_details: billingDetails(payer) },
      },
      redirect: 'if_required',
    });
    return outcomeOf(result, words);
  }

  close(): void {
    this.#element.destroy();
  }
}

function optionsOf({ amountMinor, currency, saveCard }: Purchase) {
  return {
    amount: amountMinor,
    currency: currency.toLowerCase(),
    setupFutureUsage: saveCard ? ('off_session' as const) : null,
  };
}

/** Every field, since the form was told to ask for none. */
function billingDetails({ name, email, phone, address }: Payer) {
  return {
    name,
    email,
    phone: phone ?? '',
    address: {
      line1: address.line1,
      line2: address.line2 ?? '',
      city: address.city,
      state: address.state ?? '',
      postal_code: address.postalCode,
      country: address.country,
    },
  };
}
