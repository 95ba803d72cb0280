import type { Visitor } from '@/lib/identity/model';
import type { Refusal } from '@/lib/kernel/result';
import type { ErrorCode } from './errors';

/** What somebody is told whose things are looked for under nobody's name. */
const MISLEADING: ReadonlySet<ErrorCode> = new Set([
  'sign_in_required',
  'not_found',
  'cart_empty',
  'address_invalid',
]);

/**
 * A refusal with its true reason: a form that was open while its session ended is not told that the basket is
 * empty or the order unknown, but that nobody is signed in any more.
 */
export function trueReason<E extends ErrorCode>(
  refusal: Refusal<E>,
  actor: Visitor,
): Refusal<E | 'session_ended'> {
  const hasEnded = actor.kind === 'guest' && actor.sessionEnded === true;
  return hasEnded && MISLEADING.has(refusal.error) ? { ok: false, error: 'session_ended' } : refusal;
}
