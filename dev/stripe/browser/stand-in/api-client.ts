import type { PaymentIntent, StripeError } from '@stripe/stripe-js';

export type ApiResult<T> = { readonly value: T } | { readonly error: StripeError };

/** Calls the API with the publishable key, which travels as a field so that no preflight is needed. */
export class ApiClient {
  constructor(
    private readonly origin: string,
    private readonly publishableKey: string,
  ) {}

  retrieveIntent(clientSecret: string): Promise<ApiResult<PaymentIntent>> {
    return this.#ask('GET', intentPath(clientSecret), { client_secret: clientSecret });
  }

  confirmIntent(
    clientSecret: string,
    fields: Readonly<Record<string, string>>,
  ): Promise<ApiResult<PaymentIntent>> {
    return this.#ask('POST', `${intentPath(clientSecret)}/confirm`, {
      ...fields,
      client_secret: clientSecret,
    });
  }

  createPaymentMethod(fields: Readonly<Record<string, string>>): Promise<ApiResult<{ id: string }>> {
    return this.#ask('POST', '/v1/payment_methods', fields);
  }

  async #ask<T>(
    method: 'GET' | 'POST',
    path: string,
    fields: Readonly<Record<string, string>>,
  ): Promise<ApiResult<T>> {
    const form = new URLSearchParams({ ...fields, key: this.publishableKey });
    try {
      const response =
        method === 'GET'
          ? await fetch(`${this.origin}${path}?${form}`)
          : await fetch(`${this.origin}${path}`, { method, body: form });
      const body = await response.json();
      return body.error ? { error: body.error } : { value: body };
    } catch {
      const message = 'The payment service cannot be reached. Check your connection and try again.';
      return { error: { type: 'api_connection_error', message } };
    }
  }
}

/** `pi_1_secret_2` belongs to `pi_1`. */
function intentPath(clientSecret: string): string {
  return `/v1/payment_intents/${clientSecret.split('_secret_')[0]}`;
}
