import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseEnv } from 'node:util';

/** Environment variables that are set to something. */
export type Settings = Readonly<Record<string, string>>;

/** What of the stack somebody configured; the rest is started here. */
export type Configured = { readonly [part in Part]: boolean };

export type Plan = {
  readonly configured: Configured;
  /** Demo data, demo logins and sandboxes may exist. */
  readonly demo: boolean;
};

export type Part = 'database' | 'cache' | 'payments' | 'carriers' | 'mail' | 'files';

/** The settings contradict each other; the message says which and what to do. */
export class ConfigurationError extends Error {
  override readonly name = 'ConfigurationError';
}

/** The folder that holds package.json. */
export const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** A part is configured by all of its variables or by none. */
const VARIABLES: Readonly<Record<Part, readonly string[]>> = {
  database: ['DATABASE_URL'],
  cache: ['UPSTASH_REDIS_REST_URL', 'UPSTASH_REDIS_REST_TOKEN'],
  payments: ['STRIPE_SECRET_KEY', 'STRIPE_PUBLISHABLE_KEY', 'STRIPE_WEBHOOK_SECRET'],
  carriers: ['EASYPOST_API_KEY', 'EASYPOST_WEBHOOK_SECRET'],
  mail: ['SMTP_URL'],
  files: [
    'S3_ENDPOINT',
    'S3_BUCKET',
    'S3_PRIVATE_BUCKET',
    'S3_REGION',
    'S3_ACCESS_KEY_ID',
    'S3_SECRET_ACCESS_KEY',
  ],
};

/**
 * Parts whose local stand-in only pretends: no money moves, no mail arrives. A market without carriers that tell where
 * parcels are does without: the sandbox of those is for demonstrations only.
 */
const SANDBOXED: readonly Part[] = ['payments', 'mail'];

/** The environment over `.env.local` over `.env`, as Next reads them. */
export function loadSettings(environment: NodeJS.ProcessEnv, root: string = ROOT): Settings {
  const files = ['.env', '.env.local']
    .map((name) => path.join(root, name))
    .filter((file) => existsSync(file));
  const layers = [...files.map((file) => parseEnv(readFileSync(file, 'utf8'))), environment];
  const entries = layers.flatMap((layer) => Object.entries(layer));
  return Object.fromEntries(entries.filter((entry): entry is [string, string] => Boolean(entry[1]?.trim())));
}

/** The folder of everything the local stack writes. */
export function stateFolder(settings: Settings, root: string = ROOT): string {
  return path.resolve(root, settings.SOUK_STATE_DIR ?? '.souk');
}

/**
 * Decides what is started here. Demo data and sandboxes go together with a wholly local stack; beside a
 * configured service they are refused, unless SOUK_DEMO=1 says that all of this is a demonstration.
 */
export function planStack(settings: Settings): Plan {
  const configured = Object.fromEntries(
    Object.entries(VARIABLES).map(([part, names]) => [part, isConfigured(settings, names)]),
  ) as Configured;
  if (settings.DATABASE_OWNER_URL && !configured.database)
    throw halfSet(['DATABASE_URL'], ['DATABASE_OWNER_URL']);
  const real = partsWhere((part) => configured[part]);
  const demo = settings.SOUK_DEMO ? settings.SOUK_DEMO === '1' : real.length === 0;
  const pretending = SANDBOXED.filter((part) => !configured[part]);
  if (!demo && pretending.length > 0) throw sandboxBesideReal(real, pretending);
  return { configured, demo };
}

function isConfigured(settings: Settings, names: readonly string[]): boolean {
  const set = names.filter((name) => settings[name]);
  if (set.length > 0 && set.length < names.length)
    throw halfSet(
      names.filter((name) => !settings[name]),
      set,
    );
  return set.length > 0;
}

function partsWhere(test: (part: Part) => boolean): Part[] {
  return (Object.keys(VARIABLES) as Part[]).filter(test);
}

function halfSet(missing: readonly string[], set: readonly string[]): ConfigurationError {
  return new ConfigurationError(
    `${missing.join(', ')} must be set too: ${set.join(', ')} alone is not enough.`,
  );
}

function sandboxBesideReal(real: readonly Part[], pretending: readonly Part[]): ConfigurationError {
  const names = pretending.flatMap((part) => VARIABLES[part]).join(', ');
  const reason = real.length > 0 ? `a real service is configured (${real.join(', ')})` : 'SOUK_DEMO=0 is set';
  return new ConfigurationError(
    `Sandboxes do not run here because ${reason}, and ${pretending.join(' and ')} would need one. ` +
      `Set ${names}; or, if all of this is a demonstration, set SOUK_DEMO=1.`,
  );
}
