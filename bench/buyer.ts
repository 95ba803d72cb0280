import { z } from 'zod';
import { publicId } from '@/lib/kernel/ids';
import { env } from '@/lib/platform/env';
import { ask, type Answer, type Asked } from './load';

/**
 * A guest in a browser, as far as the server can tell: what the pages' scripts send, with the cookies it was
 * given, from an address of its own.
 */
export class Buyer {
  readonly #origin: string;
  readonly #address: string;
  readonly #name: string;
  #cookies = new Map<string, string>();

  constructor(origin: string, number: number) {
    this.#origin = origin;
    this.#name = `bench-${process.pid}-${number}`;
    this.#address = `10.${(number >> 16) & 255}.${(number >> 8) & 255}.${number & 255}`;
  }

  addToCart(offerId: string): Promise<Answer> {
    return this.#post('/api/cart', { offerId: publicId('off', offerId), quantity: '1' });
  }

  openCheckout(): Promise<Answer> {
    return this.#send('/checkout?country=DE', { method: 'GET', headers: { accept: 'text/html' } });
  }

  get email(): string {
    return `${this.#name}@example.test`;
  }

  /** Places what the checkout page showed. The same key places it once. */
  place(checkout: Answer, idempotencyKey: string = crypto.randomUUID()): Promise<Answer> {
    return this.#post('/api/checkout', {
      email: this.email,
      address: {
        ...{ recipient: 'Ada Buyer', line1: 'Some Street 1', line2: '', city: 'Berlin', region: '' },
        ...{ postalCode: '10115', country: 'DE', phone: '' },
      },
      deliveries: {},
      fingerprint: /\\"fingerprint\\":\\"([^\\"]+)\\"/.exec(checkout.body.toString())?.[1] ?? '',
      idempotencyKey,
      saveCard: false,
    });
  }

  /** What the payment form and Stripe.js send to the provider. True when it took the money. */
  async pay(placed: Answer): Promise<boolean> {
    const { clientSecret, intent } = intentOf(placed);
    const card = {
      type: 'card',
      'card[number]': '4242424242424242',
      'card[exp_month]': '12',
      'card[exp_year]': '2034',
      'card[cvc]': '123',
    };
    const method = z.object({ id: z.string() }).parse(await provider('payment_methods', card));
    const confirmed = await provider(`payment_intents/${intent}/confirm`, {
      client_secret: clientSecret,
      payment_method: method.id,
      return_url: this.#origin,
      use_stripe_sdk: 'true',
    });
    return hasSucceeded(confirmed);
  }

  /** Whether the provider has taken the money, as Stripe.js asks it. */
  async hasPaid(placed: Answer): Promise<boolean> {
    const { clientSecret, intent } = intentOf(placed);
    const { STRIPE_PUBLISHABLE_KEY: key } = env();
    const query = new URLSearchParams({ key, client_secret: clientSecret }).toString();
    return hasSucceeded(await provider(`payment_intents/${intent}?${query}`));
  }

  #post(path: string, body: object): Promise<Answer> {
    const headers = { 'content-type': 'application/json', origin: this.#origin };
    return this.#send(path, { method: 'POST', headers, body: JSON.stringify(body) });
  }

  async #send(path: string, { method, headers, body }: Omit<Asked, 'url'>): Promise<Answer> {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await ask({
      url: this.#origin + path,
      ...(method && { method }),
      headers: { ...headers, 'x-forwarded-for': this.#address, ...(cookie ? { cookie } : {}) },
      ...(body === undefined ? {} : { body }),
    });
    for (const set of answer.headers['set-cookie'] ?? []) {
      const [pair = ''] = set.split(';');
      const at = pair.indexOf('=');
      this.#cookies.set(pair.slice(0, at), pair.slice(at + 1));
    }
    return answer;
  }
}

function intentOf(placed: Answer): { readonly clientSecret: string; readonly intent: string } {
  const { clientSecret } = z.object({ clientSecret: z.string() }).parse(JSON.parse(placed.body.toString()));
  return { clientSecret, intent: clientSecret.split('_secret_')[0] ?? '' };
}

function hasSucceeded(intent: unknown): boolean {
  return z.object({ status: z.string() }).parse(intent).status === 'succeeded';
}

/** Posts the fields; asks, when there are none. */
async function provider(path: string, fields?: Readonly<Record<string, string>>): Promise<unknown> {
  const { STRIPE_API_URL, STRIPE_PUBLISHABLE_KEY: key } = env();
  const url = `${STRIPE_API_URL}/v1/${path}`;
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  const posted = {
    method: 'POST',
    headers,
    body: new URLSearchParams({ ...fields, key }).toString(),
  } as const;
  const { body } = await ask(fields ? { url, ...posted } : { url });
  return JSON.parse(body.toString());
}
