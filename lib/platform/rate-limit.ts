import { createHash } from 'node:crypto';
import { systemClock, type Clock } from '@/lib/kernel/clock';
import { countTogether } from './count-together';

export type RateLimit = {
  /** Tokens in a window. */
  readonly limit: number;
  readonly windowSeconds: number;
};

export type TakenToken = {
  readonly allowed: boolean;
  /** 0 when allowed, else how long until a token can be had. */
  readonly retryAfterSeconds: number;
};

export type TakeTokenOptions = {
  /** Refuse, instead of allow, while nobody can count: for sign-in, where counting is the protection. */
  readonly failClosed?: boolean;
  readonly clock?: Clock;
};

const RETRY_WHEN_AWAY_SECONDS = 5;

const countOnce = countTogether({ insist: false });
/** Where being away means being refused, it is worth a second try, even if that may count one attempt twice. */
const countInsisting = countTogether({ insist: true });

/**
 * Takes one of `limit` tokens that `key` (an address, an account) has for `name` in the current window, which
 * is the same for all instances. Windows follow one another on the clock, so up to twice the limit can pass
 * around a boundary. Keys are stored hashed: the cache learns no mail addresses.
 */
export async function takeToken(
  name: string,
  key: string,
  { limit, windowSeconds }: RateLimit,
  { failClosed = false, clock = systemClock }: TakeTokenOptions = {},
): Promise<TakenToken> {
  const nowSeconds = clock().getTime() / 1000;
  const window = Math.floor(nowSeconds / windowSeconds);
  const counter = `rate:${name}:${hash(key)}:${window}`;
  const counted = await (failClosed ? countInsisting : countOnce)(counter, windowSeconds);
  if (counted === null) {
    return failClosed
      ? { allowed: false, retryAfterSeconds: RETRY_WHEN_AWAY_SECONDS }
      : { allowed: true, retryAfterSeconds: 0 };
  }
  if (counted <= limit) return { allowed: true, retryAfterSeconds: 0 };
  return { allowed: false, retryAfterSeconds: Math.ceil((window + 1) * windowSeconds - nowSeconds) };
}

function hash(key: string): string {
  return createHash('sha256').update(key).digest('base64url').slice(0, 22);
}
