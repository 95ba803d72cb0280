import { Redis } from '@upstash/redis';
import { env } from './env';
import { log } from './log';

/** Well above what a busy moment costs; a cache that answers later is of no use. */
const COMMAND_TIMEOUT_MS = 1_000;

/** After a failure nobody waits for the cache again for this long. */
const REST_AFTER_FAILURE_MS = 3_000;

const holder = globalThis as typeof globalThis & { soukRedis?: Redis; soukRedisRestsUntil?: number };

/** This process's client: one try, a short timeout, throws when the cache is away. */
export function redis(): Redis {
  holder.soukRedis ??= new Redis({
    url: env().UPSTASH_REDIS_REST_URL,
    token: env().UPSTASH_REDIS_REST_TOKEN,
    retry: { retries: 0 },
    signal: () => AbortSignal.timeout(COMMAND_TIMEOUT_MS),
    enableTelemetry: false,
    readYourWrites: false,
  });
  return holder.soukRedis;
}

/**
 * Runs cache commands, or resolves to null when the cache is away: what they would have answered must be had
 * from elsewhere. Never throws and, while the cache stays away, costs no waiting. Nothing that must survive
 * may be kept only there. `insist` asks though it was away a moment ago, and twice: for the few who would rather
 * wait than go without.
 */
export async function withCache<T>(
  use: (cache: Redis) => Promise<T>,
  { insist = false }: { insist?: boolean } = {},
): Promise<T | null> {
  if (!insist && Date.now() < (holder.soukRedisRestsUntil ?? 0)) return null;
  try {
    return await (insist ? use(redis()).catch(() => use(redis())) : use(redis()));
  } catch (error) {
    holder.soukRedisRestsUntil = Date.now() + REST_AFTER_FAILURE_MS;
    log.warn({ error: describe(error) }, 'The cache does not answer; going on without it');
    return null;
  }
}

/** For the readiness report: milliseconds of a round trip, or null when the cache is away. */
export async function pingCache(): Promise<number | null> {
  const startedAt = performance.now();
  try {
    await redis().ping();
    return performance.now() - startedAt;
  } catch {
    return null;
  }
}

function describe(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
