import { Agent, request } from 'node:http';
import { Agent as HttpsAgent, request as requestHttps } from 'node:https';
import Stripe from 'stripe';
import type { Store } from '../state/store';
import type { Delivery } from '../state/tables';

export type WebhookEndpoint = { readonly url: string; readonly secret: string };

const CONCURRENT_ATTEMPTS = 8;
const ATTEMPT_TIMEOUT_MS = 10_000;
const FIRST_RETRY_MS = 500;
const LAST_RETRY_MS = 30_000;

/**
 * Brings events to the webhook endpoint, oldest first, until it answers 2xx; a failed attempt is repeated after
 * 0.5 s, 1 s, 2 s and so on up to 30 s. What is not delivered is on disk and goes on after a restart. As with
 * Stripe, an event may arrive more than once and out of order.
 */
export class WebhookSender {
  readonly #store: Store;
  readonly #endpoint: WebhookEndpoint;
  readonly #due: string[] = [];
  readonly #timers = new Map<string, NodeJS.Timeout>();
  readonly #agent: Agent;
  readonly #attempts = new Set<Promise<void>>();
  #paused = false;
  #closed = false;
  #delayMs = 0;

  constructor(store: Store, endpoint: WebhookEndpoint) {
    this.#store = store;
    this.#endpoint = endpoint;
    const AgentOfProtocol = endpoint.url.startsWith('https:') ? HttpsAgent : Agent;
    this.#agent = new AgentOfProtocol({ keepAlive: true, maxSockets: CONCURRENT_ATTEMPTS });
  }

  /** Takes up what was left undelivered, then everything new. */
  start(): void {
    for (const delivery of this.#store.table('delivery').all()) {
      if (delivery.state === 'pending') this.#schedule(delivery);
    }
    this.#store.onChange((touched) => {
      for (const { table, id } of touched) {
        const delivery = table === 'delivery' ? this.#store.get('delivery', id) : undefined;
        if (delivery?.state === 'pending' && delivery.attempts === 0) this.#schedule(delivery);
      }
    });
  }

  get paused(): boolean {
    return this.#paused;
  }

  get delayMs(): number {
    return this.#delayMs;
  }

  /** Keeps events back until `resume`. Attempts under way end. */
  pause(): void {
    this.#paused = true;
  }

  resume(): void {
    this.#paused = false;
    this.#work();
  }

  /** Holds every new event back for so long. */
  delayBy(milliseconds: number): void {
    this.#delayMs = milliseconds;
  }

  /** Sends one event now, whatever was sent before; returns the status, or null when nobody answered. */
  async send(eventId: string): Promise<number | null> {
    const event = this.#store.get('event', eventId);
    if (!event) return null;
    const status = await this.#post(JSON.stringify(event));
    if (status !== null && isSuccess(status)) this.#record(eventId, status);
    return status;
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#agent.destroy();
    for (const timer of this.#timers.values()) clearTimeout(timer);
    this.#timers.clear();
    await Promise.allSettled(this.#attempts);
  }

  #schedule(delivery: Delivery): void {
    const waitMs = Math.max(delivery.nextAttemptAt - Date.now(), delivery.attempts === 0 ? this.#delayMs : 0);
    if (waitMs <= 0) {
      this.#due.push(delivery.id);
      this.#work();
      return;
    }
    const timer = setTimeout(() => {
      this.#timers.delete(delivery.id);
      this.#due.push(delivery.id);
      this.#work();
    }, waitMs);
    this.#timers.set(delivery.id, timer);
  }

  #work(): void {
    while (!this.#paused && !this.#closed && this.#attempts.size < CONCURRENT_ATTEMPTS) {
      const id = this.#due.shift();
      if (id === undefined) return;
      const attempt = this.#attempt(id).finally(() => {
        this.#attempts.delete(attempt);
        this.#work();
      });
      this.#attempts.add(attempt);
    }
  }

  async #attempt(id: string): Promise<void> {
    const event = this.#store.get('event', id);
    if (!event || this.#store.get('delivery', id)?.state !== 'pending') return;
    const status = await this.#post(JSON.stringify(event));
    if (!this.#closed) this.#record(id, status);
  }

  /** One attempt; null when nobody answered in time. */
  #post(payload: string): Promise<number | null> {
    const { url, secret } = this.#endpoint;
    const send = url.startsWith('https:') ? requestHttps : request;
    return new Promise((resolve) => {
      const attempt = send(
        url,
        {
          method: 'POST',
          agent: this.#agent,
          timeout: ATTEMPT_TIMEOUT_MS,
          headers: {
            'content-type': 'application/json; charset=utf-8',
            'content-length': Buffer.byteLength(payload),
            'user-agent': 'Stripe/1.0 (+https://stripe.com/docs/webhooks)',
            'stripe-signature': Stripe.webhooks.generateTestHeaderString({ payload, secret }),
          },
        },
        (response) => {
          response.resume();
          response.on('close', () => resolve(response.complete ? (response.statusCode ?? null) : null));
        },
      );
      attempt.on('timeout', () => attempt.destroy());
      attempt.on('error', () => resolve(null));
      attempt.end(payload);
    });
  }

  #record(id: string, status: number | null): void {
    const before = this.#store.get('delivery', id);
    if (!before) return;
    const attempts = before.attempts + 1;
    const delivered = before.state === 'delivered' || (status !== null && isSuccess(status));
    const retryMs = Math.min(FIRST_RETRY_MS * 2 ** before.attempts, LAST_RETRY_MS);
    const after: Delivery = {
      id,
      attempts,
      state: delivered ? 'delivered' : 'pending',
      lastStatus: status,
      nextAttemptAt: delivered ? 0 : Date.now() + retryMs,
    };
    this.#store.change(() => this.#store.put('delivery', after));
    if (!delivered) this.#schedule(after);
  }
}

function isSuccess(status: number): boolean {
  return status >= 200 && status < 300;
}
