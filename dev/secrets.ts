import { randomBytes } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';

const GENERATORS = {
  /** Tells this installation from another one on the same machine. */
  installationId: () => randomBytes(8).toString('hex'),
  authSecret: () => randomBytes(32).toString('base64url'),
  postgresPassword: () => randomBytes(24).toString('hex'),
  ownerPassword: () => randomBytes(24).toString('hex'),
  appPassword: () => randomBytes(24).toString('hex'),
  redisToken: () => randomBytes(24).toString('base64url'),
  stripeSecretKey: () => `sk_sandbox_${randomBytes(18).toString('hex')}`,
  stripePublishableKey: () => `pk_sandbox_${randomBytes(18).toString('hex')}`,
  stripeWebhookSecret: () => `whsec_${randomBytes(24).toString('hex')}`,
  carrierApiKey: () => `EZ_sandbox_${randomBytes(18).toString('hex')}`,
  carrierWebhookSecret: () => randomBytes(24).toString('base64url'),
} satisfies Record<string, () => string>;

export type Secrets = Readonly<Record<keyof typeof GENERATORS, string>>;

const NAMES = Object.keys(GENERATORS) as (keyof Secrets)[];

/**
 * This installation's secrets, generated on first use and kept in `secrets.json`, which only its owner can
 * read. A name an older version did not know yet is added.
 */
export async function loadSecrets(stateDir: string): Promise<Secrets> {
  const file = path.join(stateDir, 'secrets.json');
  const known = await readSecrets(file);
  const secrets = Object.fromEntries(
    NAMES.map((name) => [name, known[name] ?? GENERATORS[name]()]),
  ) as Secrets;
  if (NAMES.some((name) => known[name] === undefined)) await writeSecrets(file, secrets);
  return secrets;
}

async function readSecrets(file: string): Promise<Partial<Record<string, string>>> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '{}';
    throw error;
  });
  try {
    return z.record(z.string(), z.string()).parse(JSON.parse(text));
  } catch {
    throw new Error(`${file} is damaged. Put it right, or start afresh with npm run dev:reset.`);
  }
}

/** Renamed into place: a half-written file would lock everybody out of the database. */
async function writeSecrets(file: string, secrets: Secrets): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true });
  const unfinished = `${file}.unfinished`;
  await writeFile(unfinished, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
  await rename(unfinished, file);
}
