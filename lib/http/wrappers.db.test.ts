import { NextRequest } from 'next/server';
import { redirect } from 'next/navigation';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { ok, refuse } from '@/lib/kernel/result';
import { log } from '@/lib/platform/log';
import { testCache } from '@/tests/support/cache';
import { testDatabase } from '@/tests/support/database';
import { requestComesWith } from '@/tests/support/next-request';
import { signedInPerson } from '@/tests/support/people';
import { defineAction, defineRoute, defineSignedRoute } from '.';

const { ownerDb } = await testDatabase();
testCache();

const noParams = { params: Promise.resolve({}) };

beforeEach(() => requestComesWith({}));

function request(
  init: { method?: string; headers?: Record<string, string>; body?: string } = {},
  path = '/api/x',
) {
  return new NextRequest(`http://localhost:3000${path}`, init);
}

describe('an action', () => {
  const greet = defineAction({
    name: 'test.greet',
    policy: 'public',
    input: z.object({ name: z.string().min(1), password: z.string().optional() }),
    handler: async ({ input }) => (input.name === 'nobody' ? refuse('conflict') : ok(`Hello ${input.name}`)),
  });

  function form(fields: Record<string, string>): FormData {
    const data = new FormData();
    for (const [name, value] of Object.entries(fields)) data.set(name, value);
    return data;
  }

  test('takes an object, a form, or a form with the state before it', async () => {
    const greeted = { ok: true, value: 'Hello Ada' };
    expect(await greet({ name: 'Ada' })).toEqual(greeted);
    expect(await greet(form({ name: 'Ada' }))).toEqual(greeted);
    expect(await greet(null, form({ name: 'Ada' }))).toEqual(greeted);
  });

  test('refuses in words, beside the field, and gives back what was typed but no secret', async () => {
    expect(await greet(null, form({ name: '', password: 'hush' }))).toEqual({
      ok: false,
      error: 'invalid_input',
      message: 'Please check the marked fields.',
      fields: { name: 'Please fill this in.' },
      values: { name: '' },
    });
    expect(await greet({ name: 'nobody' })).toMatchObject({ ok: false, error: 'conflict' });
  });

  test('tells of a fault only its incident, which is in the log', async () => {
    const logged = vi.spyOn(log, 'error');
    const broken = defineAction({
      name: 'test.broken',
      policy: 'public',
      input: z.object({}),
      handler: () => Promise.reject(new Error('connection to 10.0.0.7 refused, password=hunter2')),
    });
    requestComesWith({ 'x-request-id': 'request-1234' });
    const failure = await broken({});
    expect(failure).toEqual({
      ok: false,
      error: 'fault',
      message: 'Something went wrong on our side. Nothing was lost; please try again.',
      incidentId: 'request-1234',
    });
    expect(logged).toHaveBeenCalledWith(expect.objectContaining({ incidentId: 'request-1234' }), 'fault');
  });

  test('may redirect', async () => {
    const leave = defineAction({
      name: 'test.leave',
      policy: 'public',
      input: z.object({}),
      handler: async () => redirect('/elsewhere'),
    });
    await expect(leave({})).rejects.toMatchObject({
      digest: expect.stringContaining('/elsewhere') as string,
    });
  });

  test('is counted, for each caller alone', async () => {
    const rare = defineAction({
      name: 'test.rare',
      policy: 'public',
      input: z.object({}),
      rateLimit: { limit: 2, windowSeconds: 3600, by: 'ip' },
      handler: async () => ok(null),
    });
    requestComesWith({ 'x-forwarded-for': '203.0.113.1' });
    expect([(await rare({})).ok, (await rare({})).ok, (await rare({})).ok]).toEqual([true, true, false]);
    requestComesWith({ 'x-forwarded-for': '203.0.113.1, 203.0.113.2' });
    expect(await rare({})).toMatchObject({ ok: true });
  });

  test('knows who is asking', async () => {
    const whoAmI = defineAction({
      name: 'test.who',
      policy: 'user',
      input: z.object({}),
      handler: async ({ actor }) => ok(actor.userId),
    });
    expect(await whoAmI({})).toMatchObject({ error: 'sign_in_required' });
    const person = await signedInPerson(ownerDb);
    requestComesWith({ cookie: person.cookie });
    expect(await whoAmI({})).toEqual({ ok: true, value: person.userId });
  });
});

describe('a route', () => {
  const echo = defineRoute({
    name: 'test.echo',
    policy: 'public',
    query: z.object({ page: z.coerce.number().int().max(9).default(1) }),
    body: z.object({ text: z.string().max(10) }),
    maxBodyBytes: 100,
    handler: async ({ body, query }) => ok({ ...body, ...query }),
  });
  const post = (body: string, headers: Record<string, string> = {}, path?: string) =>
    echo(request({ method: 'POST', body, headers }, path), noParams);

  test('answers in JSON, not to be kept, under the id of the request', async () => {
    const answer = await post('{"text":"hi"}', { 'x-request-id': 'request-1234' }, '/api/x?page=2');
    expect(await answer.json()).toEqual({ text: 'hi', page: 2 });
    expect(answer.headers.get('cache-control')).toBe('private, no-store');
    expect(answer.headers.get('x-request-id')).toBe('request-1234');
  });

  test('makes up an id when the one given could forge a log line', async () => {
    const answer = await post('{"text":"hi"}', { 'x-request-id': 'a b{"level":"fatal"}' });
    expect(answer.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  });

  test.each([
    ['{"text":', 400, 'malformed_request'],
    ['{"text":42}', 422, 'invalid_input'],
    [`{"text":"${'x'.repeat(200)}"}`, 413, 'body_too_large'],
  ])('answers %s with %i', async (body, status, error) => {
    const answer = await post(body);
    expect(answer.status).toBe(status);
    expect(await answer.json()).toMatchObject({ error, message: expect.any(String) as string });
  });

  test('answers a bad query with words', async () => {
    const answer = await post('{"text":"hi"}', {}, '/api/x?page=1e9');
    expect(await answer.json()).toMatchObject({ fields: { page: 'This must be at most 9.' } });
  });

  test.each([
    [{ 'sec-fetch-site': 'cross-site' }, 403],
    [{ 'sec-fetch-site': 'same-site' }, 403],
    [{ origin: 'https://evil.example', host: 'localhost:3000' }, 403],
    [{ origin: 'null', host: 'localhost:3000' }, 403],
    [{ 'sec-fetch-site': 'same-origin' }, 200],
    [{ origin: 'http://localhost:3000', host: 'localhost:3000' }, 200],
  ])('a change asked for with %j is answered %i', async (headers, status) => {
    expect((await post('{"text":"hi"}', headers)).status).toBe(status);
  });

  test('reads no more of an endless body than it may', async () => {
    let sent = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += 64;
        controller.enqueue(new Uint8Array(64));
      },
    });
    const answer = await echo(
      new NextRequest('http://localhost:3000/api/x', { method: 'POST', body: endless, duplex: 'half' }),
      noParams,
    );
    expect(answer.status).toBe(413);
    expect(sent).toBeLessThan(1000);
  });
});

describe('a signed route', () => {
  const hook = defineSignedRoute({
    name: 'test.hook',
    verify: (headers, rawBody) => (headers.get('x-signature') === 'right' ? rawBody : null),
    handler: async ({ message }) => ok({ heard: message }),
  });

  test('hears what is signed and nothing else', async () => {
    const signed = await hook(request({ method: 'POST', body: 'news', headers: { 'x-signature': 'right' } }));
    expect(await signed.json()).toEqual({ heard: 'news' });
    const forged = await hook(request({ method: 'POST', body: 'news', headers: { 'x-signature': 'wrong' } }));
    expect(forged.status).toBe(401);
  });
});
