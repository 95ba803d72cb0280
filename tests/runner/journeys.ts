import { requireBrowser } from '../support/browser';
import { runCommand } from './command';
import { playwrightCounts } from './reports';
import { startGoogle, type GoogleStandIn } from './google';
import { Shop, type ShopOptions } from './shop';
import { resultOf, type Step, type StepResult } from './steps';

const REPORT = '.souk/test/e2e.json';

const GOOGLE_PORT = 8225;

const SHOP: Omit<ShopOptions, 'say' | 'settings'> = {
  stateDir: '.souk/test/shop',
  ports: { web: 3100, database: 5744, cache: 8179, payments: 8185, carriers: 8195, smtp: 1125, mail: 8125 },
  durability: 'disposable',
  // Enough for several pages of results, few enough to be made in seconds.
  seed: ['--products', '120'],
};

export type JourneyOptions = {
  /** Begin with an empty shop and a new build. */
  readonly fresh: boolean;
  /** Spec files or parts of their names; all of them when empty. */
  readonly files: readonly string[];
  readonly live: boolean;
  /** Save a picture of each page that is looked at: it takes longer than all the checks. */
  readonly draw: boolean;
};

/** The production build, walked through in a real browser with the worker running. */
export class Journeys {
  readonly #options: JourneyOptions;
  #google: GoogleStandIn | null = null;
  #shop: Shop | null = null;
  #isBuilt = false;

  constructor(options: JourneyOptions) {
    this.#options = options;
  }

  get steps(): Step[] {
    return [
      { title: 'local stack and demo data', run: () => this.#open() },
      { title: 'production build', run: () => this.#build() },
      { title: 'journeys in a browser', run: () => this.#walk() },
      { title: 'money and stock add up', run: () => this.#verifyMoney() },
    ];
  }

  async stop(): Promise<void> {
    await this.#shop?.stop();
    await this.#google?.close();
  }

  kill(): void {
    this.#shop?.kill();
  }

  async #open(): Promise<StepResult> {
    const { fresh, live } = this.#options;
    this.#google = await startGoogle(GOOGLE_PORT);
    this.#shop = await Shop.open(
      { ...SHOP, settings: { ...this.#google.settings, ...STILL_PARCELS }, say },
      fresh,
    );
    return resultOf(await this.#shop.seed(live));
  }

  async #build(): Promise<StepResult> {
    if (!this.#shop) return notRun('the stack did not start');
    const result = resultOf(await this.#shop.build(this.#options.live));
    this.#isBuilt = result.failed === 0;
    return result;
  }

  async #walk(): Promise<StepResult> {
    if (!this.#shop || !this.#isBuilt) return notRun('there is no build');
    const { files, live, draw } = this.#options;
    const browser = requireBrowser(process.env, say);
    await this.#shop.start();
    const environment = {
      ...this.#shop.environment,
      SOUK_BROWSER: browser,
      SOUK_E2E_URL: this.#shop.url,
      SOUK_E2E_MAIL_URL: this.#shop.mailUrl,
      PLAYWRIGHT_JSON_OUTPUT_NAME: REPORT,
      ...(draw && { SOUK_DRAW: '1' }),
    };
    const args = ['node_modules/@playwright/test/cli.js', 'test', ...files];
    const finished = await runCommand({ name: 'e2e', args, environment, live });
    return resultOf(finished, () => playwrightCounts(REPORT));
  }

  /** Everything the journeys left behind, in the database and at the provider. */
  async #verifyMoney(): Promise<StepResult> {
    if (!this.#shop || !this.#isBuilt) return notRun('there is no build');
    const args = ['--grace', String(ON_ITS_WAY_SECONDS)];
    const { live } = this.#options;
    return resultOf(
      await this.#shop.run({ name: 'verify-money', file: 'workers/verify/main.ts', args, live }),
    );
  }
}

/** Parcels move when a journey pushes them, not by themselves. */
const STILL_PARCELS = { CARRIER_STEP_SECONDS: '3600' };

/** What the last journey did may still be on its way between provider, worker and books. */
const ON_ITS_WAY_SECONDS = 30;

function notRun(reason: string): StepResult {
  return { passed: 0, failed: 1, report: `Not run: ${reason}.` };
}

function say(line: string): void {
  console.log(`          ${line}`);
}
