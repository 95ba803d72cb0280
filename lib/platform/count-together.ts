import type { Redis } from '@upstash/redis';
import { withCache } from './redis';

type Count = {
  readonly counter: string;
  readonly lastsSeconds: number;
  readonly tell: (count: number | null) => void;
};

/**
 * Counts in the cache, one more for each call, with what comes while a request is under way in the next one: in a rush
 * the cache is asked a few times instead of once for everybody. Tells null where the cache is away; `insist` is that of
 * `withCache`.
 */
export function countTogether({ insist }: { readonly insist: boolean }) {
  let waiting: Count[] = [];
  let isAsking = false;

  async function askForAll(): Promise<void> {
    isAsking = true;
    while (waiting.length > 0) {
      const asked = waiting;
      waiting = [];
      const counts = await withCache((cache) => count(cache, asked), { insist });
      asked.forEach(({ tell }, index) => tell(counts?.[index] ?? null));
    }
    isAsking = false;
  }

  return (counter: string, lastsSeconds: number): Promise<number | null> =>
    new Promise((tell) => {
      waiting.push({ counter, lastsSeconds, tell });
      if (!isAsking) void askForAll();
    });
}

async function count(cache: Redis, asked: readonly Count[]) {
  const pipeline = cache.pipeline();
  for (const { counter, lastsSeconds } of asked) {
    pipeline.incr(counter);
    pipeline.expire(counter, lastsSeconds);
  }
  const answers = await pipeline.exec<number[]>();
  return asked.map((_, index) => answers[index * 2] ?? null);
}
