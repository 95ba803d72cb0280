import { createServer } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import Stripe from 'stripe';
import type { Random } from '@/db/seed/random';
import { ask } from '@/bench/load';

export type PostmanOptions = {
  readonly port: number;
  /** Where the letters are for. */
  readonly to: string;
  readonly secret: string;
  readonly random: Random;
};

type Fate = 'brought' | 'twice' | 'out of order' | 'an hour late' | 'lost';

const FATES: readonly (readonly [Fate, number])[] = [
  ['brought', 50],
  ['twice', 15],
  ['out of order', 15],
  ['an hour late', 10],
  ['lost', 10],
];

const LONGEST_DETOUR_MS = 8_000;
/** Providers try for days; no storm keeps a shop down for so long. */
const TRIES = 300;

/**
 * Takes the provider's webhooks and says that they arrived. What becomes of them is chance: some come twice, some
 * after later ones, some an hour late, some never.
 */
export class Postman {
  readonly #options: PostmanOptions;
  readonly #late: string[] = [];
  readonly #underWay = new Set<Promise<void>>();
  readonly #fates = new Map<Fate, number>();
  readonly #server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      response.writeHead(200).end();
      this.#take(Buffer.concat(chunks).toString());
    });
  });

  constructor(options: PostmanOptions) {
    this.#options = options;
  }

  async open(): Promise<void> {
    await new Promise<void>((resolve) => this.#server.listen(this.#options.port, '127.0.0.1', resolve));
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  /** Waits until everything that is brought at all, and not an hour late, has been. */
  async finishRound(): Promise<void> {
    while (this.#underWay.size > 0) await Promise.all(this.#underWay);
  }

  /** An hour has passed: brings what was held back, the last first. */
  async bringLate(): Promise<void> {
    for (const payload of this.#late.splice(0).toReversed()) await this.#bring(payload);
  }

  describe(): string {
    return FATES.map(([fate]) => `${this.#fates.get(fate) ?? 0} ${fate}`).join(', ');
  }

  #take(payload: string): void {
    const { random } = this.#options;
    const fate = random.weighted(FATES);
    this.#fates.set(fate, (this.#fates.get(fate) ?? 0) + 1);
    if (fate === 'lost') return;
    if (fate === 'an hour late') {
      this.#late.push(payload);
      return;
    }
    const detourMs = fate === 'out of order' ? random.between(1_000, LONGEST_DETOUR_MS) : 0;
    const copies = fate === 'twice' ? 2 : 1;
    for (let copy = 0; copy < copies; copy++) {
      const way = sleep(detourMs)
        .then(() => this.#bring(payload))
        .finally(() => this.#underWay.delete(way));
      this.#underWay.add(way);
    }
  }

  /** As the provider does: signed anew at every try, until it is taken. */
  async #bring(payload: string): Promise<void> {
    const { to, secret } = this.#options;
    for (let attempt = 0; attempt < TRIES; attempt++) {
      const headers = {
        'content-type': 'application/json; charset=utf-8',
        'stripe-signature': Stripe.webhooks.generateTestHeaderString({ payload, secret }),
      };
      const answer = await ask({ url: to, method: 'POST', headers, body: payload }).catch(() => null);
      if (answer && answer.status < 300) return;
      await sleep(1_000);
    }
    throw new Error('A webhook was not taken for as long as the provider tries');
  }
}
