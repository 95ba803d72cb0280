import { startApp } from '@/dev/app';
import type { Settings } from '@/dev/configuration';
import { startStack, type Stack } from '@/dev/stack';
import { environmentSchema } from '@/lib/platform/env';
import { runCommand, type Finished } from './command';

export const STATE_DIR = '.souk/test/shop';

/** Away from those of `npm run dev`, so that both can run. */
const PORTS = { web: 3100, database: 5744, cache: 8179, payments: 8185, smtp: 1125, mail: 8125 };

/** Enough for several pages of results, few enough to be made in seconds. */
const PRODUCTS = '120';

const OURS = Object.keys(environmentSchema.shape);

/**
 * The shop the journeys walk through: the local stack in a state folder of its own. Whatever real services the
 * environment or `.env.local` name are left out: tests never touch them.
 */
export class Shop {
  readonly #stack: Stack;

  private constructor(stack: Stack) {
    this.#stack = stack;
  }

  /** `fresh` begins with an empty state folder, as a first start does. */
  static async open(fresh: boolean, say: (line: string) => void): Promise<Shop> {
    if (fresh) await emptyState();
    const stack = await startStack({
      settings: localSettings(),
      mode: 'production',
      ports: PORTS,
      durability: 'disposable',
      say,
    });
    return new Shop(withoutEnvFiles(stack));
  }

  get url(): string {
    return this.#stack.appUrl;
  }

  get environment(): Readonly<Record<string, string>> {
    return this.#stack.environment;
  }

  get mailUrl(): string {
    const mail = this.#stack.services.find(({ name }) => name.startsWith('Mail'));
    if (!mail) throw new Error('The stack has no mail sandbox');
    return mail.where;
  }

  /** Fills the database; nothing to do when it is filled already. */
  seed(live: boolean): Promise<Finished> {
    const args = ['--import', 'tsx', 'db/seed/main.ts', '--if-empty', '--products', PRODUCTS];
    return runCommand({ name: 'seed', args, environment: this.environment, live });
  }

  /** The production build, with pages prerendered from this shop's database. */
  build(live: boolean): Promise<Finished> {
    const args = ['--import', 'tsx', 'tests/runner/build-shop.ts'];
    return runCommand({ name: 'build', args, environment: this.environment, live });
  }

  /** Web server and worker; resolves when the shop answers. */
  start(): Promise<void> {
    return startApp(this.#stack);
  }

  stop(): Promise<void> {
    return this.#stack.stop();
  }

  kill(): void {
    this.#stack.kill();
  }
}

async function emptyState(): Promise<void> {
  const environment = { ...definedOf(process.env), SOUK_STATE_DIR: STATE_DIR };
  const { ok, output } = await runCommand({
    name: 'reset',
    args: ['--import', 'tsx', 'dev/reset.ts'],
    environment,
  });
  if (!ok) throw new Error(`The last run's shop could not be cleared away:\n${output}`);
}

function localSettings(): Settings {
  const machine = Object.entries(process.env).filter(([name]) => !OURS.includes(name));
  return { ...Object.fromEntries(machine), SOUK_STATE_DIR: STATE_DIR };
}

/** Next reads `.env.local` by itself, but not over what is set, be it to nothing. */
function withoutEnvFiles(stack: Stack): Stack {
  const blank = Object.fromEntries(OURS.map((name) => [name, '']));
  return { ...stack, environment: { ...blank, ...stack.environment } };
}

function definedOf(environment: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(environment).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
