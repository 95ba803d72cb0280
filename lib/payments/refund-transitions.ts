import { ok, refuse, type Result } from '@/lib/kernel/result';
import type { RefundStatus } from './model';

/** What can happen to a refund. `pend`: the provider has it, its bank does not yet; `retry`: it is sent once more. */
export type RefundEvent = 'pend' | 'succeed' | 'fail' | 'retry';

/**
 * state × event -> state. What is not here is refused. Money that comes back after a refund has succeeded does not
 * undo it: it is owed by another refund.
 */
export const REFUND_TRANSITIONS: Readonly<Record<RefundStatus, Partial<Record<RefundEvent, RefundStatus>>>> =
  {
    requested: { pend: 'pending', succeed: 'succeeded', fail: 'failed' },
    pending: { pend: 'pending', succeed: 'succeeded', fail: 'failed' },
    succeeded: {},
    failed: { retry: 'requested' },
  };

export function nextRefundStatus(
  status: RefundStatus,
  event: RefundEvent,
): Result<RefundStatus, 'illegal_transition'> {
  const next = REFUND_TRANSITIONS[status][event];
  return next ? ok(next) : refuse('illegal_transition', { status, event });
}
