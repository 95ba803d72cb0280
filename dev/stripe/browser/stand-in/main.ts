import { ApiClient } from './api-client';
import { confirmPayment, handleNextAction, type ConfirmOptions, type PaymentResult } from './confirm';
import { Elements, type ElementsOptions } from './elements';
import { IntegrationError, refusingUnknown, requireKnown } from './integration-error';

/**
 * `window.Stripe` for the sandbox: the part of Stripe.js that Souk uses, with its names, its answers and its
 * division of labour (card data lives in a frame of the payment service). The rest throws.
 */
class StripeStandIn {
  readonly #origin: string;
  readonly #publishableKey: string;
  readonly #api: ApiClient;

  constructor(origin: string, publishableKey: string) {
    this.#origin = origin;
    this.#publishableKey = publishableKey;
    this.#api = new ApiClient(origin, publishableKey);
  }

  elements(options: ElementsOptions): Elements {
    return refusingUnknown('elements', new Elements(this.#origin, this.#publishableKey, options));
  }

  confirmPayment(options: ConfirmOptions): Promise<PaymentResult> {
    return confirmPayment(this.#api, options);
  }

  async handleNextAction(options: { clientSecret: string }): Promise<PaymentResult> {
    return handleNextAction(this.#api, await this.#api.retrieveIntent(options.clientSecret));
  }

  async retrievePaymentIntent(clientSecret: string): Promise<PaymentResult> {
    const found = await this.#api.retrieveIntent(clientSecret);
    return 'error' in found ? found : { paymentIntent: found.value };
  }
}

const source = document.currentScript;
const origin = source instanceof HTMLScriptElement ? new URL(source.src).origin : window.location.origin;

function createStandIn(publishableKey: string, options: object = {}): StripeStandIn {
  if (!publishableKey.startsWith('pk_')) throw new IntegrationError('Stripe() needs a publishable key.');
  requireKnown('Stripe()', options, ['locale', 'apiVersion']);
  return refusingUnknown('stripe', new StripeStandIn(origin, publishableKey));
}

Object.assign(window, { Stripe: Object.assign(createStandIn, { version: 'sandbox' }) });
