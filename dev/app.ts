import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { connect } from '@/lib/platform/database';
import type { Stack } from './stack';

export type AppOptions = {
  /** The name or address the web server listens on; `0.0.0.0` lets a phone in the same network in. */
  readonly host?: string;
};

const READY_TIMEOUT_MS = 120_000;
const POLL_INTERVAL_MS = 200;
const ANSWER_TIMEOUT_MS = 30_000;

/** `node` runs a TypeScript file of ours with these arguments. */
export function typescript(file: string, ...args: string[]): string[] {
  return ['--import', 'tsx', file, ...args];
}

/** Fills an empty database with the demo shop; a no-op on one that has products, or where demo data may not be. */
export async function seed(
  stack: Pick<Stack, 'demo' | 'children' | 'environment'>,
  args: readonly string[] = [],
): Promise<void> {
  if (!stack.demo || !(await isEmpty(stack))) return;
  await stack.children.run({
    name: 'seed',
    args: typescript('db/seed/main.ts', '--if-empty', ...args),
    environment: stack.environment,
  });
}

/** Asked here: to start the seed only for that would cost every start a second and more. */
async function isEmpty({ environment }: Pick<Stack, 'environment'>): Promise<boolean> {
  const { db, close } = connect(environment.DATABASE_URL ?? '', { max: 1 });
  try {
    return (await db.execute(sql`select 1 from listings limit 1`)).length === 0;
  } finally {
    await close();
  }
}

/** Draws the demo pictures that are still missing, beside the open shop; the next start goes on with them. */
export async function drawPictures(stack: Pick<Stack, 'demo' | 'children' | 'environment'>): Promise<void> {
  if (!stack.demo) return;
  await stack.children.run({
    name: 'pictures',
    args: typescript('db/seed/pictures.ts'),
    environment: stack.environment,
  });
}

/** Starts the worker and the web server; resolves when the shop answers. Both are started again if they end. */
export async function startApp(stack: Stack, { host = 'localhost' }: AppOptions = {}): Promise<void> {
  const { children, environment, webPort } = stack;
  const command = stack.mode === 'development' ? 'dev' : 'start';
  const next = ['node_modules/next/dist/bin/next', command, '--port', String(webPort), '--hostname', host];
  await Promise.all([
    children.keep({ name: 'worker', args: typescript('workers/background/main.ts'), environment }),
    children.keep({ name: 'web', args: next, environment }, () => untilReady(`http://localhost:${webPort}`)),
  ]);
}

/** Waits until every dependency is up and the home page has been made once, so that nobody waits for it. */
async function untilReady(url: string): Promise<void> {
  const deadline = Date.now() + READY_TIMEOUT_MS;
  for (;;) {
    const problem = await whatIsNotReady(url);
    if (!problem) return;
    if (Date.now() > deadline) throw new Error(`The shop did not become ready in time. ${problem}`);
    await sleep(POLL_INTERVAL_MS);
  }
}

async function whatIsNotReady(url: string): Promise<string | null> {
  const problems = await Promise.all(['/api/health/ready', '/'].map((path) => problemOf(url + path)));
  return problems.find((problem) => problem !== null) ?? null;
}

async function problemOf(address: string): Promise<string | null> {
  try {
    const response = await fetch(address, { signal: AbortSignal.timeout(ANSWER_TIMEOUT_MS) });
    const body = await response.text();
    return response.ok ? null : `${address} answers ${response.status}: ${body.slice(0, 500)}`;
  } catch (error) {
    return `${address} does not answer: ${error instanceof Error ? error.message : String(error)}.`;
  }
}
