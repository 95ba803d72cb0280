import { Redis } from '@upstash/redis';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startRedisEndpoint, type RedisEndpoint } from './main';

const TOKEN = 'a-token';

let endpoint: RedisEndpoint;
let redis: Redis;

beforeAll(async () => {
  endpoint = await startRedisEndpoint({ token: TOKEN, port: 18_079 });
  redis = new Redis({ url: endpoint.url, token: TOKEN, retry: { retries: 0 }, enableTelemetry: false });
});
afterAll(() => endpoint.close());
beforeEach(() => redis.flushall());

describe('the local Redis endpoint, through @upstash/redis', () => {
  test('gives back what was set, any script and any JSON', async () => {
    await redis.set('text', 'Zażółć gęślą jaźń 🛒');
    await redis.set('json', { price: 1250, tags: ['a', 'b'] });
    expect(await redis.mget('text', 'json', 'absent')).toEqual([
      'Zażółć gęślą jaźń 🛒',
      { price: 1250, tags: ['a', 'b'] },
      null,
    ]);
  });

  test('SET with NX succeeds once, however many ask at a time', async () => {
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => redis.set('lock', 'mine', { nx: true, ex: 5 })),
    );
    expect(answers.filter((answer) => answer === 'OK')).toHaveLength(1);
    expect(await redis.ttl('lock')).toBeGreaterThan(3);
  });

  test('an expired key is gone', async () => {
    await redis.set('long', 1, { px: 60_000 });
    await redis.set('short', 1, { px: 1 });
    await expect.poll(() => redis.get('short')).toBeNull();
    expect(await redis.get('long')).toBe(1);
    expect(await redis.set('short', 2, { nx: true })).toBe('OK');
  });

  test('a pipeline answers in order; INCR counts and EXPIRE limits its life', async () => {
    const answers = await redis.pipeline().incr('n').incr('n').expire('n', 60).ttl('n').get('n').exec();
    expect(answers).toEqual([1, 2, 1, 60, 2]);
  });

  test('a failing command in a pipeline leaves the others standing', async () => {
    const answers = await redis.pipeline().eval('return 1', [], []).incr('count').exec({ keepErrors: true });
    expect(answers[0]?.error).toMatch(/unknown command/);
    expect(answers[1]?.result).toBe(1);
  });

  test('a transaction is not interleaved with others', async () => {
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => redis.multi().incr('x').incr('x').exec<[number, number]>()),
    );
    for (const [first, second] of answers) expect(second).toBe(first + 1);
  });

  test('hashes and sorted sets keep their shapes', async () => {
    await redis.hset('product', { title: 'Kettle', stock: 3 });
    expect(await redis.hgetall('product')).toEqual({ title: 'Kettle', stock: 3 });
    await redis.zadd('popular', { score: 2, member: 'b' }, { score: 9, member: 'a' });
    expect(await redis.zrange('popular', 0, -1, { rev: true, withScores: true })).toEqual(['a', 9, 'b', 2]);
  });

  test('what it cannot do faithfully it refuses', async () => {
    await expect(redis.eval('return 1', [], [])).rejects.toThrow(/unknown command/);
    await expect(redis.expire('n', 1, 'NX')).rejects.toThrow(/no options/);
    await expect(redis.exec(['constructor'])).rejects.toThrow(/unknown command/);
  });

  test('asks for the token', async () => {
    const stranger = new Redis({ url: endpoint.url, token: 'another', retry: { retries: 0 } });
    await expect(stranger.get('x')).rejects.toThrow(/WRONGPASS/);
  });

  test('answers plainly when the body is not a command', async () => {
    const headers = { authorization: `Bearer ${TOKEN}` };
    const answers = await Promise.all(
      ['', '{', '{}', '[]', '[[1]]'].map((body) => fetch(endpoint.url, { method: 'POST', headers, body })),
    );
    expect(answers.map((answer) => answer.status)).toEqual([400, 400, 400, 400, 400]);
  });

  test('moves to the next port when its own is taken', async () => {
    const second = await startRedisEndpoint({ token: TOKEN, port: endpoint.port });
    expect(second.port).toBeGreaterThan(endpoint.port);
    await second.close();
  });
});
