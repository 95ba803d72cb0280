import { Agent, request, type IncomingHttpHeaders } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

export type Asked = {
  readonly url: string;
  readonly method?: 'GET' | 'POST';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
};

export type Answer = {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  /** As it was sent: compressed, where the server compressed it. */
  readonly body: Buffer;
  readonly ms: number;
};

/** One keep-alive connection per client, as browsers of as many people would hold. */
const agent = new Agent({ keepAlive: true, maxSockets: 512 });

export function ask({ url, method = 'GET', headers, body }: Asked): Promise<Answer> {
  const startedAt = performance.now();
  return new Promise((resolve, reject) => {
    const sent = request(url, { method, agent, headers: { ...headers } }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(chunks),
          ms: performance.now() - startedAt,
        }),
      );
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

export type Load = {
  readonly perSecond: number;
  readonly times: Times;
  /** Answers that were not 200. */
  readonly failed: number;
};

/** A closed loop: each client asks for the next as soon as it has its answer. */
export async function load(options: {
  readonly clients: number;
  readonly seconds: number;
  readonly next: () => Asked;
}): Promise<Load> {
  const { clients, seconds, next } = options;
  const times: number[] = [];
  let failed = 0;
  const startedAt = performance.now();
  const client = async () => {
    while (performance.now() - startedAt < seconds * 1000) {
      const { status, ms } = await ask(next());
      times.push(ms);
      if (status !== 200) failed++;
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  const took = (performance.now() - startedAt) / 1000;
  return { perSecond: times.length / took, times: new Times(times), failed };
}

/** Milliseconds, by rank. */
export class Times {
  readonly #sorted: Float64Array;

  constructor(times: readonly number[]) {
    this.#sorted = Float64Array.from(times).sort();
  }

  percentile(percent: number): number {
    const rank = Math.ceil((percent / 100) * this.#sorted.length) - 1;
    return this.#sorted[Math.max(0, rank)] ?? Number.NaN;
  }
}

/** Asks `test` until it says yes; the milliseconds that took. Throws after `seconds`. */
export async function until(seconds: number, test: () => Promise<boolean>, pauseMs = 10): Promise<number> {
  const startedAt = performance.now();
  while (!(await test())) {
    if (performance.now() - startedAt > seconds * 1000) throw new Error(`Not within ${seconds} s`);
    await sleep(pauseMs);
  }
  return performance.now() - startedAt;
}
