import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { publicId } from '@/lib/kernel/ids';
import { env } from '@/lib/platform/env';
import { ask, type Answer } from './load';

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

  addToCart(productPath: string, offerId: string): Promise<Answer> {
    return this.#send(productPath, {
      method: 'POST',
      headers: {
        'next-action': actionId('addToCart'),
        'content-type': 'text/plain;charset=UTF-8',
        accept: 'text/x-component',
      },
      body: JSON.stringify([{ offerId: publicId('off', offerId), quantity: 1 }]),
    });
  }

  openCheckout(): Promise<Answer> {
    return this.#send('/checkout?country=DE', { method: 'GET', headers: { accept: 'text/html' } });
  }

  /** Places what the checkout page showed. */
  place(checkout: Answer): Promise<Answer> {
    return this.#send('/api/checkout', {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: this.#origin },
      body: JSON.stringify({
        email: `${this.#name}@example.test`,
        address: {
          ...{ recipient: 'Ada Buyer', line1: 'Some Street 1', line2: '', city: 'Berlin', region: '' },
          ...{ postalCode: '10115', country: 'DE', phone: '' },
        },
        deliveries: {},
        fingerprint: /\\"fingerprint\\":\\"([^\\"]+)\\"/.exec(checkout.body.toString())?.[1] ?? '',
        idempotencyKey: crypto.randomUUID(),
        saveCard: false,
      }),
    });
  }

  /** What the payment form and Stripe.js send to the provider. True when it took the money. */
  async pay(placed: Answer): Promise<boolean> {
    const { clientSecret } = z.object({ clientSecret: z.string() }).parse(JSON.parse(placed.body.toString()));
    const card = {
      type: 'card',
      'card[number]': '4242424242424242',
      'card[exp_month]': '12',
      'card[exp_year]': '2034',
      'card[cvc]': '123',
    };
    const method = z.object({ id: z.string() }).parse(await provider('payment_methods', card));
    const intent = clientSecret.split('_secret_')[0];
    const confirmed = await provider(`payment_intents/${intent}/confirm`, {
      client_secret: clientSecret,
      payment_method: method.id,
      return_url: this.#origin,
      use_stripe_sdk: 'true',
    });
    return z.object({ status: z.string() }).parse(confirmed).status === 'succeeded';
  }

  async #send(
    path: string,
    { method, headers, body }: { method: 'GET' | 'POST'; headers: Record<string, string>; body?: string },
  ): Promise<Answer> {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await ask({
      url: this.#origin + path,
      method,
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

async function provider(path: string, fields: Readonly<Record<string, string>>): Promise<unknown> {
  const { STRIPE_API_URL, STRIPE_PUBLISHABLE_KEY } = env();
  const { body } = await ask({
    url: `${STRIPE_API_URL}/v1/${path}`,
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ ...fields, key: STRIPE_PUBLISHABLE_KEY }).toString(),
  });
  return JSON.parse(body.toString());
}

const manifest = z.object({
  node: z.record(z.string(), z.looseObject({ exportedName: z.string().optional() })),
});

/** Next's name for a server action in this build. */
function actionId(exportedName: string): string {
  const { node } = manifest.parse(
    JSON.parse(readFileSync('.next/server/server-reference-manifest.json', 'utf8')),
  );
  const id = Object.keys(node).find((key) => node[key]?.exportedName === exportedName);
  if (!id) throw new Error(`The build has no action ${exportedName}`);
  return id;
}
