import { spawn } from 'node:child_process';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Redis } from '@upstash/redis';
import postgres from 'postgres';
import Stripe from 'stripe';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ROOT } from './configuration';
import { stopPostgresIn, type Durability } from './postgres';
import { RunRecord } from './process/run-record';
import { waitForExit } from './process/inspect';
import { startStack, type Stack } from './stack';

const PORTS = {
  web: 23_000,
  database: 25_544,
  cache: 28_079,
  payments: 28_085,
  carriers: 28_095,
  smtp: 21_025,
  mail: 28_025,
};
const SLOW = 60_000;

let stateDir: string;
let said: string[];
let running: Stack | null;

beforeEach(async () => {
  stateDir = await mkdtemp(path.join(tmpdir(), 'souk-stack-'));
  await chmod(stateDir, 0o755);
  said = [];
  running = null;
});
afterEach(async () => {
  await running?.stop();
  await RunRecord.end(stateDir, () => {});
  await stopPostgresIn(path.join(stateDir, 'postgres'));
  await rm(stateDir, { recursive: true, force: true });
});

async function start(
  settings: Record<string, string> = {},
  durability: Durability = 'disposable',
): Promise<Stack> {
  running = await startStack({
    settings: { SOUK_STATE_DIR: stateDir, ...settings },
    mode: 'development',
    ports: PORTS,
    durability,
    say: (line) => said.push(line),
  });
  return running;
}

async function countProducts(stack: Stack): Promise<unknown> {
  const sql = postgres(stack.environment.DATABASE_URL ?? '', { max: 1 });
  return sql`select count(*)::int as count from products`.finally(() => sql.end());
}

test('from nothing to services that answer the real clients', { timeout: SLOW }, async () => {
  const stack = await start();
  const { environment } = stack;
  expect(await countProducts(stack)).toEqual([{ count: 0 }]);
  const cache = new Redis({
    url: environment.UPSTASH_REDIS_REST_URL ?? '',
    token: environment.UPSTASH_REDIS_REST_TOKEN ?? '',
  });
  expect(await cache.ping()).toBe('PONG');
  const stripe = new Stripe(environment.STRIPE_SECRET_KEY ?? '', {
    host: '127.0.0.1',
    port: new URL(environment.STRIPE_API_URL ?? '').port,
    protocol: 'http',
  });
  expect((await stripe.customers.create({ email: 'buyer@souk.example' })).id).toMatch(/^cus_/);
  expect((await fetch(`http://localhost:${PORTS.mail}`)).status).toBe(200);
  expect((await fetch(environment.EASYPOST_API_URL ?? '')).status).toBe(200);
  expect(stack.appUrl).toBe('http://localhost:23000');
  expect(said).toEqual([]);
  await stack.stop();
  running = null;
  await expect(fetch(`http://localhost:${PORTS.mail}`)).rejects.toThrow();
});

test('a taken port moves, says so, and the app is told', { timeout: SLOW }, async () => {
  const squatters = [PORTS.web, PORTS.cache].map((port) => createServer().listen(port, '127.0.0.1'));
  try {
    const stack = await start();
    expect(stack.environment.APP_URL).toBe('http://localhost:23001');
    expect(stack.environment.UPSTASH_REDIS_REST_URL).toBe('http://127.0.0.1:28080');
    expect(said).toEqual([
      'Port 23000 is taken; the shop listens on 23001.',
      'Port 28079 is taken; the cache listens on 28080.',
    ]);
  } finally {
    for (const squatter of squatters) squatter.close();
  }
});

test('a configured address does not move', { timeout: SLOW }, async () => {
  const squatter = createServer().listen(PORTS.web, '127.0.0.1');
  await expect(start({ APP_URL: 'http://localhost:23000' })).rejects.toThrow(/23000 is taken.*APP_URL/);
  squatter.close();
});

test('starts again where one was killed hard', { timeout: SLOW }, async () => {
  const script = `import('./dev/stack.ts').then(({ startStack }) => startStack({
    settings: { SOUK_STATE_DIR: ${JSON.stringify(stateDir)}, PATH: process.env.PATH }, mode: 'development',
    ports: ${JSON.stringify(PORTS)}, durability: 'disposable', say: console.log,
  })).then(async (stack) => {
    void stack.children.keep({ name: 'worker', args: ['-e', 'setInterval(() => {}, 1000)'], environment: {} });
    setTimeout(() => console.log('up'), 200);
  });`;
  const killed = spawn(process.execPath, ['--import', 'tsx', '-e', script], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await new Promise((resolve) =>
    killed.stdout.on('data', (chunk) => String(chunk).includes('up') && resolve(null)),
  );
  killed.kill('SIGKILL');
  await waitForExit(killed.pid ?? 0, 5_000);

  const stack = await start();
  expect(await countProducts(stack)).toEqual([{ count: 0 }]);
  expect(said).toEqual([
    expect.stringMatching(/left running by an earlier start was ended \(worker/),
    expect.stringMatching(/database server left running by an earlier start .* was stopped/),
  ]);
  expect(stack.environment.APP_URL).toBe('http://localhost:23000');
});

test('the database comes back when it is killed under the shop', { timeout: SLOW }, async () => {
  const stack = await start({}, 'durable');
  const sql = postgres(stack.environment.DATABASE_URL ?? '', { max: 1, onnotice: () => {} });
  await sql`select 1`;
  const pid = Number.parseInt(readFileSync(path.join(stateDir, 'postgres/data/postmaster.pid'), 'utf8'), 10);
  process.kill(pid, 'SIGKILL');
  const report = `(process ${pid}) is gone; it is started again`;
  await vi.waitFor(() => expect(said).toEqual([expect.stringContaining(report)]), { timeout: 5_000 });
  await vi.waitFor(() => sql`select count(*) from products`, { timeout: 20_000, interval: 200 });
  await sql.end({ timeout: 1 });
});

test('what was started is stopped when the rest cannot be', { timeout: SLOW }, async () => {
  await expect(start({ LOG_LEVEL: 'loud' })).rejects.toThrow(/LOG_LEVEL/);
  await expect(fetch(`http://127.0.0.1:${PORTS.cache}`)).rejects.toThrow();
});
