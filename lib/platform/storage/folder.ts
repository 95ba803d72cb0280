import { randomUUID } from 'node:crypto';
import { access, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Storage } from './port';
import { assertStorageKey, assertStoragePrefix } from './key';

/** A shelf is a sub-folder named by a key's first characters, so that no folder grows without bounds. */
const SHELF_LENGTH = 2;

/** Files being written; a crash leaves them here and nowhere else. */
const UNFINISHED = '.unfinished';

/** Objects as files of a folder of this machine. */
export function folderStorage(root: string): Storage {
  const folder = path.resolve(root);

  function fileOf(key: string): string {
    assertStorageKey(key);
    return path.join(folder, shelfOf(key), key);
  }

  return {
    async put(key, body) {
      const file = fileOf(key);
      const unfinished = path.join(folder, UNFINISHED, randomUUID());
      await mkdir(path.dirname(unfinished), { recursive: true });
      await mkdir(path.dirname(file), { recursive: true });
      await writeFile(unfinished, body);
      await rename(unfinished, file);
    },
    async get(key) {
      return readFile(fileOf(key)).catch(nullWhenAbsent);
    },
    async exists(key) {
      return access(fileOf(key)).then(
        () => true,
        (error: unknown) => nullWhenAbsent(error) !== null,
      );
    },
    async delete(key) {
      await rm(fileOf(key), { force: true });
    },
    async *list(prefix = '') {
      assertStoragePrefix(prefix);
      const shelves = await readdir(folder).catch(emptyWhenAbsent);
      for (const shelf of shelves.filter((name) => mayHold(name, prefix))) {
        for (const key of await readdir(path.join(folder, shelf))) {
          if (key.startsWith(prefix)) yield key;
        }
      }
    },
  };
}

function shelfOf(key: string): string {
  return key.slice(0, SHELF_LENGTH).padEnd(SHELF_LENGTH, '_').replaceAll('.', '_');
}

function mayHold(shelf: string, prefix: string): boolean {
  return shelf !== UNFINISHED && (prefix.length < SHELF_LENGTH || shelf === shelfOf(prefix));
}

function isAbsence(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}

function nullWhenAbsent(error: unknown): null {
  if (isAbsence(error)) return null;
  throw error;
}

function emptyWhenAbsent(error: unknown): string[] {
  if (isAbsence(error)) return [];
  throw error;
}
