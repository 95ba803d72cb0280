import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { buildFingerprint } from './build-fingerprint';

const environment = { APP_URL: 'http://localhost:3000', DATABASE_URL: 'postgres://one' };
let root: string;

beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'souk-fingerprint-'));
  await write('app/page.tsx', 'home');
});
afterEach(() => rm(root, { recursive: true }));

async function write(file: string, text: string): Promise<void> {
  await mkdir(path.dirname(path.join(root, file)), { recursive: true });
  await writeFile(path.join(root, file), text);
}

function fingerprint(changes: Record<string, string> = {}, installation = 'this'): string {
  return buildFingerprint(root, { ...environment, ...changes }, installation);
}

test('a build is stale when a source, a setting its pages contain or the installation changes', async () => {
  const seen = new Set([fingerprint()]);
  await write('app/page.tsx', 'changed');
  seen.add(fingerprint());
  await write('app/cart/page.tsx', 'new');
  seen.add(fingerprint());
  seen.add(fingerprint({ APP_URL: 'http://localhost:3001' }));
  seen.add(fingerprint({}, 'another'));
  expect(seen.size).toBe(5);
});

test('a build is not stale because of tests, its own products, other files or where the database listens', async () => {
  const before = fingerprint();
  await write('app/page.test.tsx', 'a test');
  await write('public/sw.js', 'built');
  await write('docs/readme.md', 'words');
  expect(fingerprint({ DATABASE_URL: 'postgres://two' })).toBe(before);
});
