import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import Stripe from 'stripe';
import { env } from './env';

/**
 * The one client of Stripe. With real keys it talks to Stripe; a local stack sets `STRIPE_API_URL` and the
 * same client talks to the sandbox of `dev/stripe`. Nothing above this file knows which.
 */

/** The version this code was written against. It moves only together with the SDK, whose types describe it. */
export const STRIPE_API_VERSION = '2026-10-28.endive';

const TIMEOUT_MS = 15_000;
const MAX_NETWORK_RETRIES = 2;
const MAX_SOCKETS = 64;

type HttpClient = NonNullable<Stripe.StripeConfig['httpClient']>;

const holder = globalThis as typeof globalThis & { soukStripe?: Stripe };

/**
 * This process's client. A request that gets no answer within 15 s, a 409 or a 5xx is retried twice by the SDK
 * under one idempotency key; then it throws. Every answer is checked by `answerOrError`.
 */
export function stripe(): Stripe {
  holder.soukStripe ??= createStripe(env().STRIPE_SECRET_KEY, env().STRIPE_API_URL);
  return holder.soukStripe;
}

/** A client for another key or endpoint; processes use `stripe()`, tests and tools make theirs. */
export function createStripe(secretKey: string, apiUrl?: string): Stripe {
  return new Stripe(secretKey, {
    ...endpoint(apiUrl),
    apiVersion: STRIPE_API_VERSION,
    timeout: TIMEOUT_MS,
    maxNetworkRetries: MAX_NETWORK_RETRIES,
    telemetry: false,
    appInfo: { name: 'Souk' },
  });
}

function endpoint(apiUrl: string | undefined): Stripe.StripeConfig {
  const url = apiUrl ? new URL(apiUrl) : null;
  const secure = url === null || url.protocol === 'https:';
  const agent = new (secure ? HttpsAgent : HttpAgent)({ keepAlive: true, maxSockets: MAX_SOCKETS });
  const httpClient = checkingAnswers(Stripe.createNodeHttpClient(agent));
  if (url === null) return { httpClient };
  return {
    httpClient,
    host: url.hostname,
    port: url.port || (secure ? 443 : 80),
    protocol: secure ? 'https' : 'http',
  };
}

/** Wraps an HTTP client so that the SDK throws on every answer that is not a Stripe object. */
function checkingAnswers(client: HttpClient): HttpClient {
  return {
    getClientName: () => client.getClientName(),
    makeRequest: async (...request) => {
      const response = await client.makeRequest(...request);
      return {
        getStatusCode: () => response.getStatusCode(),
        getHeaders: () => response.getHeaders(),
        getRawResponse: () => response.getRawResponse(),
        toStream: (done) => response.toStream(done),
        toJSON: async () => answerOrError(response.getStatusCode(), await response.toJSON()),
        dispose: () => response.dispose?.(),
      };
    },
  };
}

/**
 * What Stripe answered, or an `error` for the SDK to throw. The SDK throws only when the body has an `error`, so
 * that a proxy's 404 page in JSON would pass for a payment: an answer counts only with status 2xx and an `object`.
 */
export function answerOrError(status: number, body: unknown): unknown {
  const fields: Readonly<Record<string, unknown>> = isRecord(body) ? body : {};
  if (fields.error !== undefined) return body;
  if (status >= 200 && status < 300 && typeof fields.object === 'string') return body;
  return {
    error: {
      type: 'api_error',
      code: 'unexpected_answer',
      message: `Stripe answered ${status} with neither an object nor an error`,
    },
  };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
