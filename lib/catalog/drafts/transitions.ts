import { ok, refuse, type Result } from '@/lib/kernel/result';
import type { DraftStatus } from '../model';

/** What can happen to a draft, besides being published, which ends it. */
export type DraftEvent = 'save' | 'submit' | 'withdraw' | 'decline';

/** state x event -> state. What is not here is refused: what staff is looking at stays as they see it. */
const DRAFT_TRANSITIONS: Readonly<Record<DraftStatus, Partial<Record<DraftEvent, DraftStatus>>>> = {
  draft: { save: 'draft', submit: 'in_review' },
  in_review: { withdraw: 'draft', decline: 'declined' },
  // What was sent back keeps its reason until it is sent again.
  declined: { save: 'declined', submit: 'in_review' },
};

export function nextDraftStatus(
  status: DraftStatus,
  event: DraftEvent,
): Result<DraftStatus, 'draft_in_review' | 'illegal_transition'> {
  const next = DRAFT_TRANSITIONS[status][event];
  if (next) return ok(next);
  return status === 'in_review' ? refuse('draft_in_review') : refuse('illegal_transition', { status, event });
}
