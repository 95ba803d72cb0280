import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { download } from './download';

let answer: (request: IncomingMessage, response: ServerResponse) => void;
const server = createServer((request, response) => answer(request, response));
let origin: string;
const anywhere = () => true;

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

test('ends at the limit of bytes, although nothing was said of the length', async () => {
  let sent = 0;
  answer = (_, response) => {
    const more = () => {
      while (!response.destroyed && response.write(Buffer.alloc(64 * 1024))) sent += 64 * 1024;
    };
    response.on('drain', more);
    more();
  };
  const limits = { mostBytes: 1024 * 1024, timeoutMs: 5000 };
  expect(await download(origin, anywhere, limits)).toEqual({
    kind: 'refused',
    reason: 'It is larger than 1 MB.',
  });
  expect(sent).toBeLessThan(16 * 1024 * 1024);
});

test('ends when its time is up, even if something always comes', async () => {
  answer = (_, response) => {
    const drip = setInterval(() => response.write('.'), 20);
    response.on('close', () => clearInterval(drip));
  };
  expect(await download(origin, anywhere, { mostBytes: 1024, timeoutMs: 300 })).toEqual({
    kind: 'unreachable',
    reason: 'It took longer than 0.3 seconds.',
  });
});

test('does not go round in circles', async () => {
  answer = (_, response) => response.writeHead(302, { location: '/again' }).end();
  expect(await download(origin, anywhere)).toEqual({
    kind: 'refused',
    reason: 'It is redirected more than 5 times.',
  });
});

test('judges every address of a name, and goes to no other', async () => {
  const judged: string[] = [];
  const nowhere = (address: string) => {
    judged.push(address);
    return false;
  };
  const { port } = new URL(origin);
  expect(await download(`http://localhost:${port}/`, nowhere)).toEqual({
    kind: 'refused',
    reason: 'localhost is not on the public internet.',
  });
  expect(['127.0.0.1', '::1']).toEqual(expect.arrayContaining(judged));
});

test.each([
  ['ftp://example.com/a.jpg', 'Pictures are fetched by http and https, not by ftp.'],
  ['file:///etc/passwd', 'Pictures are fetched by http and https, not by file.'],
  ['http://me:secret@example.com/', 'The address contains a password.'],
  ['no address', 'This is not an address.'],
])('does not try %s', async (address, reason) => {
  expect(await download(address, anywhere)).toEqual({ kind: 'refused', reason });
});
