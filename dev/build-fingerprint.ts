import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

/** What ends up in a build: code, texts, static files, and the packages they use. */
const SOURCES = [
  'app',
  'components',
  'lib',
  'db/schema',
  'public',
  'workers/service-worker',
  'next.config.ts',
  'postcss.config.mjs',
  'proxy.ts',
  'instrumentation.ts',
  'tsconfig.json',
  'package-lock.json',
];

/** Made by the build itself. */
const PRODUCTS = new Set(['public/sw.js', 'public/sw.js.map']);

/** Prerendered pages and the routing table hold these. */
const VARIABLES = [
  'APP_URL',
  'MEDIA_URL',
  'SOUK_DEMO',
  'STRIPE_API_URL',
  'STRIPE_JS_URL',
  'STRIPE_PUBLISHABLE_KEY',
];

/**
 * Names the result a build would have: it changes with the sources, with the settings that prerendered pages
 * contain, and with the installation, whose database they were read from.
 */
export function buildFingerprint(
  root: string,
  environment: Readonly<Record<string, string>>,
  installationId: string,
): string {
  const hash = createHash('sha256').update(installationId);
  for (const name of VARIABLES) hash.update(`${name}=${environment[name] ?? ''}\n`);
  for (const source of SOURCES) {
    for (const file of filesUnder(root, source))
      hash.update(`${file}\n`).update(readFileSync(path.join(root, file)));
  }
  return hash.digest('hex');
}

/** Paths from the root, with forward slashes, always in the same order. */
function filesUnder(root: string, source: string): string[] {
  const place = path.join(root, source);
  if (!existsSync(place)) return [];
  if (statSync(place).isFile()) return /\.test\.tsx?$/.test(source) || PRODUCTS.has(source) ? [] : [source];
  return readdirSync(place)
    .toSorted()
    .flatMap((name) => filesUnder(root, `${source}/${name}`));
}
