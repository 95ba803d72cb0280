import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createEmulator } from 'emulate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bucketStorage } from './bucket';
import { folderStorage, type FolderStorage } from './folder';
import { isStorageKey, StorageKeyError } from './key';
import type { PrivateStorage } from './port';
import { isSignedUpload } from './upload-path';

const ESCAPES = [
  '../secret',
  '..',
  '.',
  '',
  '/etc/passwd',
  'a/b',
  'a\\b',
  'a..b',
  '%2e%2e',
  'a\0b',
  '.hidden',
  'A',
];

/** The promises of the port, kept by every implementation. */
function keepsItsPromises(open: () => Promise<{ storage: PrivateStorage; close: () => Promise<void> }>) {
  let storage: PrivateStorage;
  let close: () => Promise<void>;
  beforeAll(async () => {
    ({ storage, close } = await open());
  });
  afterAll(() => close());

  test('gives back exactly what was put', async () => {
    const body = Buffer.from([0, 255, 10, 13, 0, 127]);
    await storage.put('round-trip.webp', body);
    expect(await storage.get('round-trip.webp')).toEqual(body);
    expect(await storage.exists('round-trip.webp')).toBe(true);
  });

  test('knows how many bytes an object has', async () => {
    await storage.put('counted', Buffer.from('12345'));
    expect(await storage.size('counted')).toBe(5);
    expect(await storage.size('not-there')).toBeNull();
  });

  test('gives a part of an object, as far as there is one', async () => {
    await storage.put('parts', Buffer.from('0123456789'));
    expect(String(await storage.get('parts', { first: 2, last: 4 }))).toBe('234');
    expect(String(await storage.get('parts', { first: 8, last: 40 }))).toBe('89');
    expect(await storage.get('no-parts', { first: 0, last: 1 })).toBeNull();
  });

  test('answers null and false for what was never put', async () => {
    expect(await storage.get('nothing.webp')).toBeNull();
    expect(await storage.exists('nothing.webp')).toBe(false);
  });

  test('forgets what was deleted, and deletes what is not there', async () => {
    await storage.put('gone.webp', Buffer.from('x'));
    await storage.delete('gone.webp');
    await storage.delete('gone.webp');
    expect(await storage.exists('gone.webp')).toBe(false);
  });

  test('lists by prefix, short or long', async () => {
    for (const key of ['list-1.avif', 'list-2.avif', 'lisp.avif', 'l']) {
      await storage.put(key, Buffer.from('x'));
    }
    const listed = async (prefix: string) => {
      const keys: string[] = [];
      for await (const key of storage.list(prefix)) keys.push(key);
      return keys.toSorted();
    };
    expect(await listed('list-')).toEqual(['list-1.avif', 'list-2.avif']);
    expect(await listed('l')).toEqual(['l', 'lisp.avif', 'list-1.avif', 'list-2.avif']);
    expect(await listed('nobody')).toEqual([]);
  });

  test.each(ESCAPES)('refuses the key %j before touching anything', async (key) => {
    await expect(storage.put(key, Buffer.from('x'))).rejects.toThrow(StorageKeyError);
    await expect(storage.get(key)).rejects.toThrow(StorageKeyError);
    await expect(storage.delete(key)).rejects.toThrow(StorageKeyError);
  });
}

describe('a folder', () => {
  keepsItsPromises(async () => {
    const root = await mkdtemp(path.join(tmpdir(), 'souk-storage-'));
    return {
      storage: folderStorage(root),
      close: () => rm(root, { recursive: true }),
    };
  });

  async function inFolder(work: (storage: FolderStorage, root: string) => Promise<void>): Promise<void> {
    const root = await mkdtemp(path.join(tmpdir(), 'souk-storage-'));
    await work(folderStorage(root), root);
    await rm(root, { recursive: true });
  }

  async function* sent(...chunks: readonly string[]) {
    for (const chunk of chunks) yield Buffer.from(chunk);
  }

  test('takes an upload of exactly the bytes it was signed for', () =>
    inFolder(async (storage) => {
      expect(await storage.receive('whole', sent('abc', 'de'), 5)).toBe(true);
      expect(await storage.get('whole')).toEqual(Buffer.from('abcde'));
    }));

  test('keeps nothing of an upload with too few or too many bytes, and stops reading at the first too many', () =>
    inFolder(async (storage, root) => {
      let read = 0;
      async function* endless() {
        for (;;) {
          read += 1;
          yield Buffer.alloc(1024);
        }
      }
      expect(await storage.receive('endless', endless(), 3000)).toBe(false);
      expect(read).toBe(3);
      expect(await storage.receive('short', sent('abc'), 5)).toBe(false);
      expect(await storage.exists('endless')).toBe(false);
      expect(await storage.exists('short')).toBe(false);
      expect(await readdir(path.join(root, '.unfinished'))).toEqual([]);
    }));

  test('keeps nothing of an upload that breaks off', () =>
    inFolder(async (storage, root) => {
      async function* breaking() {
        yield Buffer.from('abc');
        throw new Error('the line is gone');
      }
      expect(await storage.receive('broken', breaking(), 5)).toBe(false);
      expect(await readdir(path.join(root, '.unfinished'))).toEqual([]);
    }));

  test('signs an address for one key, one length and one hour', () =>
    inFolder(async (storage) => {
      const now = new Date('2026-03-01T09:00:00Z');
      const address = new URL(
        await storage.signUpload('mine', { bytes: 5, seconds: 3600 }, now),
        'http://shop',
      );
      expect(address.pathname).toBe('/api/uploads/mine');
      const search = address.searchParams;
      const signed = {
        bytes: Number(search.get('bytes')),
        until: Number(search.get('until')),
        signature: search.get('signature')!,
      };
      expect(isSignedUpload('mine', signed, now)).toBe(true);
      expect(isSignedUpload('other', signed, now)).toBe(false);
      expect(isSignedUpload('mine', { ...signed, bytes: 6 }, now)).toBe(false);
      expect(isSignedUpload('mine', { ...signed, until: signed.until + 1 }, now)).toBe(false);
      expect(isSignedUpload('mine', { ...signed, signature: 'x' }, now)).toBe(false);
      expect(isSignedUpload('mine', signed, new Date(now.getTime() + 3601_000))).toBe(false);
    }));

  test('leaves no unfinished file behind', async () => {
    const root = await mkdtemp(path.join(tmpdir(), 'souk-storage-'));
    await folderStorage(root).put('whole.webp', Buffer.from('x'));
    expect(await readdir(path.join(root, '.unfinished'))).toEqual([]);
    await rm(root, { recursive: true });
  });
});

describe('a bucket', () => {
  keepsItsPromises(async () => {
    const aws = await createEmulator({
      service: 'aws',
      port: 0,
      seed: { aws: { region: 'eu-west-1', s3: { buckets: [{ name: 'media' }] } } },
    });
    const storage = bucketStorage({
      endpoint: aws.url,
      bucket: 'media',
      region: 'eu-west-1',
      accessKeyId: 'key',
      secretAccessKey: 'secret',
    });
    return { storage, close: () => aws.close() };
  });

  test('signs an address a browser can PUT to, with the length among what is signed', async () => {
    const aws = await createEmulator({
      service: 'aws',
      port: 0,
      seed: { aws: { region: 'eu-west-1', s3: { buckets: [{ name: 'private' }] } } },
    });
    const storage = bucketStorage({
      endpoint: aws.url,
      bucket: 'private',
      region: 'eu-west-1',
      accessKeyId: 'key',
      secretAccessKey: 'secret',
    });
    const address = await storage.signUpload('mine', { bytes: 5, seconds: 60 }, new Date());
    expect(new URL(address).searchParams.get('X-Amz-SignedHeaders')).toBe('content-length;host');
    expect(new URL(address).searchParams.get('X-Amz-Expires')).toBe('60');
    expect((await fetch(address, { method: 'PUT', body: '12345' })).ok).toBe(true);
    expect(await storage.get('mine')).toEqual(Buffer.from('12345'));
    await aws.close();
  });
});

test('a key is a plain lower-case name', () => {
  expect(isStorageKey('3f9a-320.avif')).toBe(true);
  expect(isStorageKey('x'.repeat(201))).toBe(false);
  for (const key of ESCAPES) expect(isStorageKey(key)).toBe(false);
});
