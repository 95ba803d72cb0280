import { encode } from 'next-auth/jwt';
import { expect, test } from 'vitest';
import { newId } from '@/lib/kernel/ids';
import { env } from '@/lib/platform/env';
import { sessionCookieName, sessionIdIn } from './session-cookie';

const sessionId = newId();
const secret = env().AUTH_SECRET;
const salt = sessionCookieName();

test('our own cookie names its session', async () => {
  expect(await sessionIdIn(await encode({ token: { sessionId }, secret, salt }))).toBe(sessionId);
});

test.each([
  ['nothing', undefined],
  ['an empty text', ''],
  ['noise', 'x'.repeat(400)],
  ['an unsigned token', 'eyJhbGciOiJub25lIn0.eyJzZXNzaW9uSWQiOiJ4In0.'],
])('%s names none', async (_, cookie) => expect(await sessionIdIn(cookie)).toBeNull());

test('a cookie made with another secret names none', async () => {
  expect(
    await sessionIdIn(await encode({ token: { sessionId }, secret: 'somebody else’s secret', salt })),
  ).toBeNull();
});

test('a cookie of another purpose names none', async () => {
  expect(
    await sessionIdIn(await encode({ token: { sessionId }, secret, salt: 'authjs.csrf-token' })),
  ).toBeNull();
});

test('a cookie past its time names none', async () => {
  expect(await sessionIdIn(await encode({ token: { sessionId }, secret, salt, maxAge: -3600 }))).toBeNull();
});

test('an altered cookie names none', async () => {
  const cookie = await encode({ token: { sessionId }, secret, salt });
  const middle = Math.floor(cookie.length / 2);
  const altered = cookie.slice(0, middle) + (cookie[middle] === 'A' ? 'B' : 'A') + cookie.slice(middle + 1);
  expect(await sessionIdIn(altered)).toBeNull();
});

test('a cookie that names no session of ours names none', async () => {
  expect(await sessionIdIn(await encode({ token: { sessionId: "' or 1=1 --" }, secret, salt }))).toBeNull();
  expect(await sessionIdIn(await encode({ token: { sub: sessionId }, secret, salt }))).toBeNull();
});
