import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { NextRequest } from 'next/server';
import { afterAll, expect, it } from 'vitest';
import { testCache } from '../support/cache';
import { testDatabase } from '../support/database';
import { signedInPerson } from '../support/people';

const folder = mkdtempSync(path.join(tmpdir(), 'souk-uploads-'));
process.env.PRIVATE_STORAGE_DIR = folder;
afterAll(() => rmSync(folder, { recursive: true }));

const { ownerDb } = await testDatabase();
testCache();
const { PUT } = await import('@/app/api/uploads/[key]/route');
const { privateStorage } = await import('@/lib/platform/storage');
const { cookie } = await signedInPerson(ownerDb);

async function put(address: string, body: BodyInit | ReadableStream, headers: Record<string, string> = {}) {
  const url = new URL(address, 'http://localhost:3000');
  const request = new NextRequest(url, {
    method: 'PUT',
    body,
    headers: { cookie, 'sec-fetch-site': 'same-origin', ...headers },
    duplex: 'half',
  });
  const answer = await PUT(request, { params: Promise.resolve({ key: url.pathname.split('/').at(-1) }) });
  return answer.status;
}

const signed = (key: string, bytes: number) =>
  privateStorage().signUpload(key, { bytes, seconds: 60 }, new Date());

it('what was announced arrives, and is in the private storage alone', async () => {
  expect(await put(await signed('mine', 5), '12345')).toBe(204);
  expect(await privateStorage().get('mine')).toEqual(Buffer.from('12345'));
});

it('more than was announced is cut off while it comes in, however much it is, and nothing stays', async () => {
  let sent = 0;
  const endless = new ReadableStream({
    pull(controller) {
      sent += 1;
      controller.enqueue(new Uint8Array(65_536));
    },
  });
  expect(await put(await signed('bomb', 100_000), endless)).toBe(413);
  expect(sent).toBeLessThan(10);
  expect(await privateStorage().exists('bomb')).toBe(false);
  expect(readdirSync(path.join(folder, '.unfinished'))).toEqual([]);
});

it.each([
  ['too few bytes', (address: string) => put(address, '123')],
  [
    'another announced length',
    (address: string) => put(address, '12345', { 'content-length': '1000000000' }),
  ],
])('%s are refused', async (_, send) => {
  expect(await send(await signed('short', 5))).toBe(413);
  expect(await privateStorage().exists('short')).toBe(false);
});

it.each([
  ['for another key', (address: string) => address.replace('/theirs?', '/mine?')],
  ['for more bytes', (address: string) => address.replace('bytes=5', 'bytes=50')],
  ['for longer', (address: string) => address.replace(/until=\d+/, 'until=9999999999')],
  ['not signed', (address: string) => address.replace(/signature=\w+/, 'signature=')],
])('an address %s is refused, and nothing is written', async (_, forge) => {
  expect(await put(forge(await signed('theirs', 5)), 'other')).toBe(401);
  expect(await privateStorage().exists('theirs')).toBe(false);
});

it('nobody sends anything who is not signed in, or from another site', async () => {
  expect(await put(await signed('guest', 5), '12345', { cookie: '' })).toBe(401);
  expect(await put(await signed('site', 5), '12345', { 'sec-fetch-site': 'cross-site' })).toBe(403);
  expect(await privateStorage().exists('guest')).toBe(false);
});
