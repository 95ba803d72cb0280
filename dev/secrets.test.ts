import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { loadSecrets } from './secrets';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'souk-secrets-'));
});
afterEach(() => rm(folder, { recursive: true }));

test('are made once per installation and stay', async () => {
  const first = await loadSecrets(path.join(folder, 'a'));
  expect(await loadSecrets(path.join(folder, 'a'))).toEqual(first);
  const other = await loadSecrets(path.join(folder, 'b'));
  for (const [name, value] of Object.entries(first)) expect(other).not.toHaveProperty(name, value);
});

test.runIf(process.platform !== 'win32')('can be read by their owner only', async () => {
  await loadSecrets(folder);
  expect((await stat(path.join(folder, 'secrets.json'))).mode & 0o777).toBe(0o600);
});

test('an older installation gets the secrets it does not have yet and keeps the others', async () => {
  const before = await loadSecrets(folder);
  const { redisToken, ...older } = before;
  await writeFile(path.join(folder, 'secrets.json'), JSON.stringify(older));
  const after = await loadSecrets(folder);
  expect(after).toMatchObject(older);
  expect(after.redisToken).not.toBe(redisToken);
});

test('a damaged file is explained and left as it is', async () => {
  await writeFile(path.join(folder, 'secrets.json'), '{"authSecret": "x');
  await expect(loadSecrets(folder)).rejects.toThrow(/secrets.json is damaged.*dev:reset/s);
  expect(await readFile(path.join(folder, 'secrets.json'), 'utf8')).toBe('{"authSecret": "x');
});
