import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { typescript } from './app';
import { buildFingerprint } from './build-fingerprint';
import { ROOT } from './configuration';
import type { Stack } from './stack';

const STAMP = path.join(ROOT, '.next', 'souk-build');
const SERVICE_WORKER = 'workers/service-worker/build.ts';

export type BuildableStack = Pick<Stack, 'environment' | 'children' | 'secrets' | 'say'>;

/** Builds the app unless the last finished build is of the same sources, settings and database. */
export async function buildWhenStale(stack: BuildableStack): Promise<void> {
  const fingerprint = buildFingerprint(ROOT, stack.environment, stack.secrets.installationId);
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === fingerprint) return;
  await buildApp(stack);
}

/**
 * The production build: Next's, which prerenders pages from the stack's database, then the service worker, whose
 * list of files to precache is of that very build.
 */
export async function buildApp({ environment, children, secrets, say }: BuildableStack): Promise<void> {
  const fingerprint = buildFingerprint(ROOT, environment, secrets.installationId);
  const production = { ...environment, NODE_ENV: 'production' };
  rmSync(STAMP, { force: true });
  say('Building the shop.');
  await children.run({
    name: 'build',
    args: ['node_modules/next/dist/bin/next', 'build'],
    environment: production,
  });
  if (existsSync(path.join(ROOT, SERVICE_WORKER))) {
    await children.run({ name: 'service worker', args: typescript(SERVICE_WORKER), environment: production });
  }
  writeFileSync(STAMP, fingerprint);
}
