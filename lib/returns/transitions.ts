import type { ReturnHistoryEvent } from '@/db/schema/returns';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import type { ReturnStatus } from './model';

/**
 * `accept_refund`: the goods may come back, and the wanted exchange is declined. `exchange`: what came back is replaced.
 * `replace`: the replacement has left. `lapse`: its buyer let the time to send it pass. `rule` ends a dispute, whoever
 * is right.
 */
export type ReturnEvent = Exclude<ReturnHistoryEvent, 'request'>;

/** state × event -> state. What is not here is refused. */
export const RETURN_TRANSITIONS: Readonly<Record<ReturnStatus, Partial<Record<ReturnEvent, ReturnStatus>>>> =
  {
    requested: { accept: 'accepted', accept_refund: 'accepted', decline: 'declined', cancel: 'cancelled' },
    accepted: { send: 'sent', receive: 'received', cancel: 'cancelled', lapse: 'cancelled' },
    declined: { escalate: 'escalated' },
    sent: { receive: 'received', escalate: 'escalated' },
    received: { inspect: 'inspected' },
    inspected: { refund: 'refunded', exchange: 'exchanging', reject: 'rejected' },
    refunded: {},
    rejected: { escalate: 'escalated' },
    escalated: { rule: 'ruled' },
    ruled: {},
    cancelled: {},
    exchanging: { replace: 'exchanged', refund: 'refunded' },
    // The replacement is lost, or is no better.
    exchanged: { escalate: 'escalated' },
  };

export function nextReturnStatus(
  status: ReturnStatus,
  event: ReturnEvent,
): Result<ReturnStatus, 'illegal_transition'> {
  const next = RETURN_TRANSITIONS[status][event];
  return next ? ok(next) : refuse('illegal_transition', { status, event });
}
