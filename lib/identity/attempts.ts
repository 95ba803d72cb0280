import { refuse, type Refusal } from '@/lib/kernel/result';
import { takeToken, type RateLimit } from '@/lib/platform/rate-limit';

/** Who tries: counted by address of the caller and by the account they try, known to exist or not. */
export type Attempt = { readonly email?: string; readonly ip: string };

type Counted = {
  readonly perIp: RateLimit;
  readonly perEmail?: RateLimit;
  readonly perEmailAndIp?: RateLimit;
};

const MINUTE = 60;

const LIMITS = {
  /** Someone who forgot their password gets ten tries; a crowd of machines gets a hundred an hour. */
  'sign-in': {
    perIp: { limit: 200, windowSeconds: 15 * MINUTE },
    perEmail: { limit: 100, windowSeconds: 60 * MINUTE },
    perEmailAndIp: { limit: 10, windowSeconds: 15 * MINUTE },
  },
  'sign-up': {
    perIp: { limit: 20, windowSeconds: 60 * MINUTE },
    perEmail: { limit: 5, windowSeconds: 60 * MINUTE },
  },
  'password-reset': {
    perIp: { limit: 20, windowSeconds: 60 * MINUTE },
    perEmail: { limit: 5, windowSeconds: 60 * MINUTE },
  },
  'email-token': { perIp: { limit: 30, windowSeconds: 15 * MINUTE } },
} as const satisfies Record<string, Counted>;

/**
 * Counts an attempt and refuses when there were too many. While nobody can count, everything is refused: here
 * counting is what keeps guessers out.
 */
export async function countAttempt(
  what: keyof typeof LIMITS,
  { email, ip }: Attempt,
): Promise<Refusal<'too_many_requests'> | null> {
  const limits: Counted = LIMITS[what];
  const account = email === undefined ? undefined : fold(email);
  const counters: [string, string, RateLimit | undefined][] = [[`${what}:ip`, ip, limits.perIp]];
  if (account !== undefined) {
    counters.push([`${what}:email-ip`, `${account} ${ip}`, limits.perEmailAndIp]);
    counters.push([`${what}:email`, account, limits.perEmail]);
  }
  for (const [name, key, limit] of counters) {
    if (!limit) continue;
    const taken = await takeToken(name, key, limit, { failClosed: true });
    if (!taken.allowed) return refuse('too_many_requests', { retryAfterSeconds: taken.retryAfterSeconds });
  }
  return null;
}

function fold(email: string): string {
  return email.trim().toLowerCase();
}
