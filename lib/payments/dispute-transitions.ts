import { ok, refuse, type Result } from '@/lib/kernel/result';
import type { DisputeStatus } from './model';

/** What a bank does with a dispute. `ask`: it wants evidence, also when an inquiry becomes a dispute. */
export type DisputeEvent = 'ask' | 'review' | 'win' | 'lose' | 'close';

/** state × event -> state. What is not here is refused: what a bank has decided stays decided. */
export const DISPUTE_TRANSITIONS: Readonly<
  Record<DisputeStatus, Partial<Record<DisputeEvent, DisputeStatus>>>
> = {
  needs_response: {
    ask: 'needs_response',
    review: 'under_review',
    win: 'won',
    lose: 'lost',
    close: 'closed',
  },
  under_review: {
    ask: 'needs_response',
    review: 'under_review',
    win: 'won',
    lose: 'lost',
    close: 'closed',
  },
  won: {},
  lost: {},
  closed: {},
};

/** What the provider tells by naming a state. */
export const EVENT_OF_STATUS: Readonly<Record<DisputeStatus, DisputeEvent>> = {
  needs_response: 'ask',
  under_review: 'review',
  won: 'win',
  lost: 'lose',
  closed: 'close',
};

export function nextDisputeStatus(
  status: DisputeStatus,
  event: DisputeEvent,
): Result<DisputeStatus, 'illegal_transition'> {
  const next = DISPUTE_TRANSITIONS[status][event];
  return next ? ok(next) : refuse('illegal_transition', { status, event });
}
