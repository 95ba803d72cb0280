import { createHash } from 'node:crypto';
import { existsSync, realpathSync, statSync } from 'node:fs';
import { chown, mkdir } from 'node:fs/promises';
import path from 'node:path';

export type SystemUser = { readonly uid: number; readonly gid: number };

/** Where the server's files are and which user runs it; null is whoever runs this process. */
export type Lodging = { readonly home: string; readonly user: SystemUser | null };

/** `nobody`; macOS numbers it -2. */
const NOBODY = process.platform === 'darwin' ? 4_294_967_294 : 65_534;

/**
 * PostgreSQL refuses to run as root. So for root another user runs it: the owner of the folder when it
 * exists, else `nobody`. When `nobody` may not enter the folder (a checkout under /root), one under /var/lib
 * stands in for it, the same each time. Makes nothing.
 */
export function findLodging(folder: string): Lodging {
  const wanted = path.resolve(folder);
  if (process.getuid?.() !== 0) return { home: wanted, user: null };
  const owner = existsSync(wanted) ? statSync(wanted) : null;
  if (owner && owner.uid !== 0) return { home: wanted, user: { uid: owner.uid, gid: owner.gid } };
  const user = { uid: NOBODY, gid: NOBODY };
  if (mayEnter(user, path.dirname(wanted))) return { home: wanted, user };
  const name = createHash('sha256').update(wanted).digest('hex').slice(0, 12);
  return { home: path.join('/var/lib/souk', name), user };
}

/** As `findLodging`, and the folder exists and belongs to the server's user. */
export async function prepareLodging(folder: string): Promise<Lodging> {
  await mkdir(path.dirname(path.resolve(folder)), { recursive: true });
  const lodging = findLodging(folder);
  await mkdir(lodging.home, { recursive: true });
  if (lodging.user) await chown(lodging.home, lodging.user.uid, lodging.user.gid);
  return lodging;
}

/** The ids as `child_process` takes them: signed, 32 bits. */
export function spawnIdentity(user: SystemUser | null): { uid?: number; gid?: number } {
  return user ? { uid: user.uid | 0, gid: user.gid | 0 } : {};
}

/** Whether the user may enter the folder and every folder above it, by their mode bits. */
export function mayEnter(user: SystemUser, folder: string): boolean {
  let current = realpathSync(nearestExisting(folder));
  for (;;) {
    const { mode, uid } = statSync(current);
    if (!(mode & (uid === user.uid ? 0o100 : 0o001))) return false;
    const parent = path.dirname(current);
    if (parent === current) return true;
    current = parent;
  }
}

function nearestExisting(folder: string): string {
  return existsSync(folder) ? folder : nearestExisting(path.dirname(folder));
}
