import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startRedisEndpoint, type RedisEndpoint } from '@/dev/redis/main';
import { forgetServices } from '@/tests/support/forget-services';
import { takeToken } from './rate-limit';

const limit = { limit: 3, windowSeconds: 60 };
/** Counts without giving up early, however busy the machine is that runs the tests. */
const failClosed = true;
const at = (seconds: number) => () => new Date(seconds * 1000);

function cacheIsAt(url: string): void {
  forgetServices();
  process.env.UPSTASH_REDIS_REST_URL = url;
}

describe('takeToken', () => {
  let endpoint: RedisEndpoint;
  let key = '';

  beforeAll(async () => {
    endpoint = await startRedisEndpoint({ token: 'test-token', port: 18_179 });
    cacheIsAt(endpoint.url);
  });
  afterAll(() => endpoint.close());
  beforeEach(() => {
    key = crypto.randomUUID();
  });

  test('allows the limit, then refuses and says when to come back', async () => {
    const clock = at(6_010);
    for (let i = 0; i < 3; i++) {
      expect(await takeToken('sign-in', key, limit, { clock, failClosed })).toEqual({
        allowed: true,
        retryAfterSeconds: 0,
      });
    }
    expect(await takeToken('sign-in', key, limit, { clock, failClosed })).toEqual({
      allowed: false,
      retryAfterSeconds: 50,
    });
  });

  test('allows again in the next window', async () => {
    for (let i = 0; i < 5; i++) await takeToken('sign-in', key, limit, { clock: at(6_010), failClosed });
    expect(await takeToken('sign-in', key, limit, { clock: at(6_060), failClosed })).toMatchObject({
      allowed: true,
    });
  });

  test('counts every key and every name apart', async () => {
    const clock = at(6_010);
    for (let i = 0; i < 4; i++) await takeToken('sign-in', key, limit, { clock, failClosed });
    expect(await takeToken('sign-in', `${key}-other`, limit, { clock, failClosed })).toMatchObject({
      allowed: true,
    });
    expect(await takeToken('search', key, limit, { clock, failClosed })).toMatchObject({ allowed: true });
  });

  test('never lets more through than the limit when all come at once', async () => {
    const taken = await Promise.all(
      Array.from({ length: 40 }, () => takeToken('burst', key, limit, { clock: at(6_010), failClosed })),
    );
    expect(taken.filter(({ allowed }) => allowed)).toHaveLength(3);
  });

  test('tells each of many that come at once about its own key', async () => {
    const keys = ['busy', 'calm', 'busy', 'busy', 'busy', 'calm'].map((name) => `${key}-${name}`);
    const taken = await Promise.all(
      keys.map((each) => takeToken('mixed', each, limit, { clock: at(6_010), failClosed })),
    );
    expect(taken.map(({ allowed }) => allowed)).toEqual([true, true, true, true, false, true]);
  });
});

describe('takeToken while the cache is away', () => {
  test('allows, unless told to fail closed, and does not wait', async () => {
    cacheIsAt('http://127.0.0.1:9');
    const startedAt = performance.now();
    for (let i = 0; i < 10; i++) {
      expect(await takeToken('search', 'k', limit)).toEqual({ allowed: true, retryAfterSeconds: 0 });
      expect(await takeToken('sign-in', 'k', limit, { failClosed: true })).toMatchObject({ allowed: false });
    }
    expect(performance.now() - startedAt).toBeLessThan(3_000);
  });
});
