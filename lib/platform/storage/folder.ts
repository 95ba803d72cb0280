import { randomUUID } from 'node:crypto';
import { access, mkdir, open, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { ByteRange, PrivateStorage } from './port';
import { assertStorageKey, assertStoragePrefix } from './key';
import { signUploadPath } from './upload-path';

/** A shelf is a sub-folder named by a key's first characters, so that no folder grows without bounds. */
const SHELF_LENGTH = 2;

/** Files being written; a crash leaves them here and nowhere else. */
const UNFINISHED = '.unfinished';

export type FolderStorage = PrivateStorage & {
  /**
   * Takes what a browser sends to an address of `signUpload`. Answers false, and keeps nothing, when it is not exactly
   * so many bytes; reads no further than the first too many.
   */
  receive(key: string, body: AsyncIterable<Uint8Array>, bytes: number): Promise<boolean>;
};

/** Objects as files of a folder of this machine. */
export function folderStorage(root: string): FolderStorage {
  const folder = path.resolve(root);

  function fileOf(key: string): string {
    assertStorageKey(key);
    return path.join(folder, shelfOf(key), key);
  }

  /** Where a file is written before it stands under its key, whole. */
  async function begin(key: string): Promise<{ file: string; unfinished: string }> {
    const file = fileOf(key);
    const unfinished = path.join(folder, UNFINISHED, randomUUID());
    await mkdir(path.dirname(unfinished), { recursive: true });
    await mkdir(path.dirname(file), { recursive: true });
    return { file, unfinished };
  }

  return {
    async put(key, body) {
      const { file, unfinished } = await begin(key);
      await writeFile(unfinished, body);
      await rename(unfinished, file);
    },
    async receive(key, body, bytes) {
      const { file, unfinished } = await begin(key);
      const isWhole = await writeExactly(unfinished, body, bytes).catch(() => false);
      await (isWhole ? rename(unfinished, file) : rm(unfinished, { force: true }));
      return isWhole;
    },
    async size(key) {
      return stat(fileOf(key)).then(({ size }) => size, nullWhenAbsent);
    },
    async signUpload(key, { bytes, seconds }, now) {
      assertStorageKey(key);
      return signUploadPath(key, { bytes, until: Math.floor(now.getTime() / 1000) + seconds });
    },
    async get(key, range) {
      const reading = range ? readBytes(fileOf(key), range) : readFile(fileOf(key));
      return reading.catch(nullWhenAbsent);
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

async function readBytes(file: string, { first, last }: ByteRange): Promise<Buffer> {
  const handle = await open(file);
  try {
    const { bytesRead, buffer } = await handle.read({
      buffer: Buffer.alloc(last - first + 1),
      position: first,
    });
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

/** Whether the body has exactly so many bytes; a body that breaks off throws. */
async function writeExactly(file: string, body: AsyncIterable<Uint8Array>, bytes: number): Promise<boolean> {
  const handle = await open(file, 'wx');
  try {
    let written = 0;
    for await (const chunk of body) {
      written += chunk.byteLength;
      if (written > bytes) return false;
      await handle.write(chunk);
    }
    return written === bytes;
  } finally {
    await handle.close();
  }
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
