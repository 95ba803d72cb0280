import { startApp, typescript } from '@/dev/app';
import type { Settings } from '@/dev/configuration';
import { startStack, type Stack, type StackOptions } from '@/dev/stack';
import { environmentSchema } from '@/lib/platform/env';
import { runCommand, type Finished } from './command';

const OURS = Object.keys(environmentSchema.shape);

export type ShopOptions = {
  readonly stateDir: string;
  /** The first ports to try, away from those of `npm run dev`, so that both can run. */
  readonly ports: StackOptions['ports'];
  readonly durability: NonNullable<StackOptions['durability']>;
  /** What is to be sold in it, as the seed is told. */
  readonly seed: readonly string[];
  /** What is to be configured besides. */
  readonly settings?: Settings;
  readonly say: (line: string) => void;
};

/**
 * A shop to test or to measure: the local stack in a state folder of its own, with the production build. Whatever
 * real services the environment or `.env.local` name are left out: they are never touched.
 */
export class Shop {
  readonly #stack: Stack;
  readonly #seed: readonly string[];

  private constructor(stack: Stack, seed: readonly string[]) {
    this.#stack = stack;
    this.#seed = seed;
  }

  /** `fresh` begins with an empty state folder, as a first start does. */
  static async open(options: ShopOptions, fresh: boolean): Promise<Shop> {
    const { stateDir, ports, durability, seed, say } = options;
    if (fresh) await emptyState(stateDir);
    const settings = { ...localSettings(stateDir), ...options.settings };
    const stack = await startStack({ settings, mode: 'production', ports, durability, say });
    return new Shop(withoutEnvFiles(stack), seed);
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
    const args = ['--if-empty', ...this.#seed];
    return this.run({ name: 'seed', file: 'db/seed/main.ts', args, live });
  }

  /** The production build, with pages prerendered from this shop's database. */
  build(live: boolean): Promise<Finished> {
    return this.run({ name: 'build', file: 'tests/runner/build-shop.ts', live });
  }

  /** Runs a file of ours in this shop's environment. */
  run(file: {
    readonly name: string;
    readonly file: string;
    readonly args?: readonly string[];
    readonly live: boolean;
  }): Promise<Finished> {
    const { name, live } = file;
    const args = typescript(file.file, ...(file.args ?? []));
    return runCommand({ name, args, environment: this.environment, live });
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

async function emptyState(stateDir: string): Promise<void> {
  const environment = { ...definedOf(process.env), SOUK_STATE_DIR: stateDir };
  const args = typescript('dev/reset.ts');
  const { ok, output } = await runCommand({ name: 'reset', args, environment });
  if (!ok) throw new Error(`The last run's shop could not be cleared away:\n${output}`);
}

function localSettings(stateDir: string): Settings {
  const machine = Object.entries(process.env).filter(([name]) => !OURS.includes(name));
  return { ...Object.fromEntries(machine), SOUK_STATE_DIR: stateDir };
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
