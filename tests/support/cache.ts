import { Redis } from '@upstash/redis';
import { afterAll, beforeAll } from 'vitest';
import { startRedisEndpoint, type RedisEndpoint } from '@/dev/redis/main';

const TOKEN = 'a-token-that-only-tests-know';

/**
 * A working cache for this test file, empty at its start: rate limits count. Call it once at the top of
 * the file; `redis()` of lib/platform answers with it.
 */
export function testCache(): void {
  let endpoint: RedisEndpoint;
  beforeAll(async () => {
    endpoint = await startRedisEndpoint({ token: TOKEN, port: 0 });
    standInForTheProcessCache(new Redis({ url: endpoint.url, token: TOKEN, enableTelemetry: false }));
  });
  afterAll(() => endpoint.close());
}

function standInForTheProcessCache(cache: Redis): void {
  (globalThis as typeof globalThis & { soukRedis?: Redis }).soukRedis = cache;
}
