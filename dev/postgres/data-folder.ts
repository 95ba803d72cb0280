import { spawn } from 'node:child_process';
import { chown, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Binaries } from './binaries';
import { PostgresError } from './errors';
import { spawnIdentity, type Lodging } from './lodging';
import type { Durability } from './settings';

type Preparation = {
  readonly lodging: Lodging;
  readonly binaries: Binaries;
  readonly password: string;
  readonly durability: Durability;
  readonly say: (line: string) => void;
};

/**
 * Returns a data folder this server can run on, made when there is none. It is made beside its place and
 * renamed when finished, so that an interrupted first start leaves no half of one. A folder that is damaged
 * all the same is moved aside, never deleted; one of another major version is refused with an explanation.
 */
export async function prepareDataFolder(
  preparation: Preparation,
): Promise<{ folder: string; isNew: boolean }> {
  const { lodging, binaries, say } = preparation;
  const folder = path.join(lodging.home, 'data');
  const state = await inspectDataFolder(folder);
  if (state.kind === 'complete') {
    if (state.major !== binaries.major) throw otherVersion(folder, state.major, binaries.major);
    return { folder, isNew: false };
  }
  if (state.kind === 'damaged') {
    const aside = `${folder}.damaged-${new Date().toISOString().replaceAll(/[:.]/g, '-')}`;
    await rename(folder, aside);
    say(
      `The database folder was only half written (an interrupted copy or start). It was moved to ${aside}.`,
    );
  }
  await makeDataFolder(folder, preparation);
  return { folder, isNew: true };
}

type DataFolderState = { kind: 'absent' } | { kind: 'damaged' } | { kind: 'complete'; major: string };

async function inspectDataFolder(folder: string): Promise<DataFolderState> {
  const entries = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    if (error.code === 'EACCES') throw belongsToAnother(folder);
    throw error;
  });
  if (entries.length === 0) return { kind: 'absent' };
  const version = await readFile(path.join(folder, 'PG_VERSION'), 'utf8').catch(() => '');
  const control = await stat(path.join(folder, 'global', 'pg_control')).catch(() => null);
  return version.trim() && control ? { kind: 'complete', major: version.trim() } : { kind: 'damaged' };
}

async function makeDataFolder(folder: string, { lodging, binaries, password, durability, say }: Preparation) {
  const unfinished = `${folder}.unfinished`;
  if (await stat(unfinished).catch(() => null)) {
    say('An earlier first start was interrupted while it made the database; it is made again.');
    await rm(unfinished, { recursive: true, force: true });
  }
  await rm(folder, { recursive: true, force: true });
  const passwordFile = path.join(lodging.home, 'initial-password');
  await writeFile(passwordFile, password, { mode: 0o600 });
  if (lodging.user) await chown(passwordFile, lodging.user.uid, lodging.user.gid);
  try {
    await runInitdb(lodging, binaries, [
      `--pgdata=${unfinished}`,
      '--username=postgres',
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      ...localeFlags(),
      ...(durability === 'disposable' ? ['--no-sync'] : []),
    ]);
  } finally {
    await rm(passwordFile, { force: true });
  }
  await rename(unfinished, folder);
}

/**
 * Sorting by code point, the same on every system. pg_trgm reads the system's character classes all the
 * same, so those must be of a UTF-8 locale, which each system names differently.
 */
function localeFlags(): string[] {
  const characters = { darwin: 'en_US.UTF-8', win32: 'en-US' }[process.platform as string] ?? 'C.UTF-8';
  return [
    '--locale-provider',
    'builtin',
    '--builtin-locale',
    'C.UTF-8',
    '--locale',
    'C',
    '--lc-ctype',
    characters,
  ];
}

async function runInitdb(lodging: Lodging, binaries: Binaries, args: string[]): Promise<void> {
  const options = { cwd: lodging.home, windowsHide: true, ...spawnIdentity(lodging.user) };
  const child = spawn(binaries.initdb, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  if (code !== 0) throw new PostgresError(`The database could not be made (initdb):\n${output.trim()}`);
}

function otherVersion(folder: string, found: string, expected: string): PostgresError {
  return new PostgresError(
    `${folder} was made by PostgreSQL ${found}; Souk now brings ${expected}, which cannot read it. ` +
      `Keep it: run PostgreSQL ${found} on it, pg_dump, and restore after a fresh start. ` +
      'Or let it go: npm run dev:reset.',
  );
}

function belongsToAnother(folder: string): PostgresError {
  return new PostgresError(
    `${folder} belongs to another user (it was probably made by root). ` +
      'Start Souk as that user, or remove the folder as that user and start again.',
  );
}
