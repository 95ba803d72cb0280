import type { Visitor } from '@/lib/identity/model';
import type { Clock } from '@/lib/kernel/clock';
import { refuse, type Refusal } from '@/lib/kernel/result';
import { takeToken } from '@/lib/platform/rate-limit';
import { hashGuestToken } from './guest-token';
import { clientIp } from './client-ip';

export type DeclaredRateLimit = {
  readonly limit: number;
  readonly windowSeconds: number;
  /** `actor` counts a signed-in person or a guest's browser, and the address of guests without a token. */
  readonly by: 'actor' | 'ip';
  /** Refuse while nobody can count. For whatever guesses could get something out of. */
  readonly failClosed?: boolean;
};

/** Counts a call of `name`; null when it may go on. */
export async function checkRateLimit(
  name: string,
  limit: DeclaredRateLimit,
  caller: { readonly actor: Visitor; readonly headers: Headers; readonly clock: Clock },
): Promise<Refusal<'too_many_requests'> | null> {
  const key = limit.by === 'ip' ? clientIp(caller.headers) : actorKey(caller.actor, caller.headers);
  const { failClosed } = limit;
  const taken = await takeToken(name, key, limit, { failClosed, clock: caller.clock });
  return taken.allowed ? null : refuse('too_many_requests', { retryAfterSeconds: taken.retryAfterSeconds });
}

function actorKey(actor: Visitor, headers: Headers): string {
  if (actor.kind === 'user') return actor.userId;
  return actor.guestToken ? hashGuestToken(actor.guestToken) : clientIp(headers);
}
