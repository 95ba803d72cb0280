import path from 'node:path';
import { ConfigurationError, loadSettings, planStack, ROOT, stateFolder } from './configuration';
import { PostgresError } from './postgres';
import { Children, CommandFailed } from './process/children';
import { RunRecord } from './process/run-record';
import { loadSecrets } from './secrets';
import { startStack, type Mode, type Stack } from './stack';
import { stopOnSignals } from './stop-signals';

/** What a tool may use of a stack, whoever runs it. */
export type UsableStack = Pick<
  Stack,
  'environment' | 'children' | 'secrets' | 'demo' | 'say' | 'stop' | 'kill'
>;

/**
 * A tool's whole life: joins the stack that runs on the state folder, or starts one for as long as the work takes,
 * and exits with 0 or, when the work fails, says why and exits with 1.
 */
export async function runWithStack(mode: Mode, work: (stack: UsableStack) => Promise<void>): Promise<never> {
  const opening = openStack(mode);
  let open: UsableStack | null = null;
  stopOnSignals({
    stop: async () => (await opening.catch(() => null))?.stop(),
    kill: () => open?.kill(),
    exitCode: 130,
  });
  try {
    open = await opening;
    await work(open).finally(open.stop);
    process.exit(0);
  } catch (error) {
    console.error(explain(error));
    process.exit(1);
  }
}

/** What a person reads of a failure: its words when it was foreseen, all of it when not. */
export function explain(error: unknown): unknown {
  const foreseen = [ConfigurationError, PostgresError, CommandFailed].some((kind) => error instanceof kind);
  return foreseen && error instanceof Error ? error.message : error;
}

export function say(line: string): void {
  console.log(`  ${line}`);
}

async function openStack(mode: Mode): Promise<UsableStack> {
  const settings = loadSettings(process.env);
  const stateDir = stateFolder(settings);
  const added = await RunRecord.environmentOf(stateDir);
  if (!added) return startStack({ settings, mode, say });
  const tell = (name: string, line: string) => say(`${name}: ${line}`);
  const children = new Children({ cwd: ROOT, logFolder: path.join(stateDir, 'logs'), record: null, tell });
  return {
    environment: { ...settings, ...added },
    children,
    secrets: await loadSecrets(stateDir),
    demo: planStack(settings).demo,
    say,
    stop: () => children.stop(),
    kill: () => children.kill(),
  };
}
