import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createEmulator } from 'emulate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bucketStorage } from './bucket';
import { folderStorage } from './folder';
import { isStorageKey, StorageKeyError } from './key';
import type { Storage } from './port';

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
function keepsItsPromises(open: () => Promise<{ storage: Storage; close: () => Promise<void> }>) {
  let storage: Storage;
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
});

test('a key is a plain lower-case name', () => {
  expect(isStorageKey('3f9a-320.avif')).toBe(true);
  expect(isStorageKey('x'.repeat(201))).toBe(false);
  for (const key of ESCAPES) expect(isStorageKey(key)).toBe(false);
});
