import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { typescript } from '@/dev/app';
import { ROOT } from '@/dev/configuration';
import { findFreePort, LOOPBACK } from '@/dev/listen';
import { Children } from '@/dev/process/children';
import { RunRecord } from '@/dev/process/run-record';
import { Shop } from './shop';
import { resultOf, type Step, type StepResult } from './steps';

const STATE = '.souk/test/storm';
const PROVIDER = path.join(STATE, 'provider');
const PORTS = {
  ...{ web: 3300, database: 6044, cache: 8379, payments: 8385, carriers: 8395, smtp: 1325, mail: 8325 },
};
const POSTMAN_PORT = 8405;

const KEYS = {
  STRIPE_SECRET_KEY: 'sk_test_souk_storm',
  STRIPE_PUBLISHABLE_KEY: 'pk_test_souk_storm',
  STRIPE_WEBHOOK_SECRET: 'whsec_souk_storm',
};

export type StormOptions = {
  readonly checkouts: number;
  /** The same seed kills, loses and buys in the same order. */
  readonly seed: string;
  /** Begin with an empty shop and a new build. */
  readonly fresh: boolean;
};

/** The production build under `kill -9`: a shop whose payment provider, too, is a process that can be killed. */
export class Storm {
  readonly #options: StormOptions;
  #shop: Shop | null = null;
  #provider: { readonly children: Children; readonly record: RunRecord } | null = null;
  #postmanPort = 0;

  constructor(options: StormOptions) {
    this.#options = options;
  }

  /** What comes before the others. */
  get opening(): Step[] {
    return [
      { title: 'a shop and its payment provider', run: () => this.#open() },
      { title: 'production build', run: () => this.#build() },
    ];
  }

  get race(): Step {
    return { title: 'everybody at once', run: () => this.#rush() };
  }

  get kills(): Step {
    return { title: 'checkouts and refunds while everything is killed', run: () => this.#weather() };
  }

  async stop(): Promise<void> {
    await this.#shop?.stop();
    await this.#provider?.children.stop();
    this.#provider?.record.release();
  }

  kill(): void {
    this.#shop?.kill();
    this.#provider?.children.kill();
  }

  async #open(): Promise<StepResult> {
    const port = await findFreePort(PORTS.payments);
    this.#postmanPort = await findFreePort(POSTMAN_PORT);
    const url = `http://${LOOPBACK}:${port}`;
    const clock = pathToFileURL(path.join(ROOT, 'tests/faults/storm/skewed-clock.mjs')).href;
    const settings = {
      ...KEYS,
      STRIPE_API_URL: url,
      STRIPE_JS_URL: `${url}/v3/`,
      SOUK_DEMO: '1',
      NODE_OPTIONS: `--import ${clock}`,
    };
    const options = {
      stateDir: STATE,
      ports: PORTS,
      durability: 'durable',
      seed: ['--products', '120'],
      settings,
      say,
    } as const;
    this.#shop = await Shop.open(options, this.#options.fresh);
    await this.#startProvider(port, url);
    return resultOf(await this.#shop.seed(true));
  }

  async #startProvider(port: number, url: string): Promise<void> {
    const record = await RunRecord.claim(PROVIDER, say);
    const tell = (name: string, line: string) => say(`${name}: ${line}`);
    const children = new Children({ cwd: ROOT, logFolder: path.join(STATE, 'logs'), record, tell });
    this.#provider = { children, record };
    const webhooks = `http://${LOOPBACK}:${this.#postmanPort}/`;
    const state = path.join(PROVIDER, 'state');
    const args = ['--port', String(port), '--state', state, '--webhook-url', webhooks];
    await children.keep(
      {
        name: 'provider',
        args: typescript('dev/stripe/cli.ts', ...args),
        environment: { PATH: process.env.PATH ?? '', ...KEYS },
      },
      async () => {
        while (!(await fetch(url).catch(() => null)))
          await new Promise((resolve) => setTimeout(resolve, 200));
      },
    );
  }

  async #build(): Promise<StepResult> {
    const shop = this.#opened();
    const built = resultOf(await shop.build(true));
    if (built.passed > 0) await shop.start();
    return built;
  }

  async #rush(): Promise<StepResult> {
    const shop = this.#opened();
    return resultOf(await shop.run({ name: 'rush', file: 'tests/faults/storm/rush.ts', live: true }));
  }

  async #weather(): Promise<StepResult> {
    const shop = this.#opened();
    const { checkouts, seed } = this.#options;
    const args = [String(checkouts), seed, path.resolve(PROVIDER), String(this.#postmanPort)];
    return resultOf(await shop.run({ name: 'storm', file: 'tests/faults/storm/main.ts', args, live: true }));
  }

  #opened(): Shop {
    if (!this.#shop) throw new Error('The shop did not start');
    return this.#shop;
  }
}

function say(line: string): void {
  console.log(`          ${line}`);
}
