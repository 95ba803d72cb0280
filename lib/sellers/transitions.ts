import { ok, refuse, type Result } from '@/lib/kernel/result';
import type { SellerStatus } from './model';

/** What staff may do with a seller. */
export type SellerDecision = 'approve' | 'decline' | 'suspend' | 'reinstate';

/** A declined seller may change its application and send it again. */
export type SellerEvent = SellerDecision | 'reapply';

/** state × event -> state. What is not here is refused. */
const SELLER_TRANSITIONS: Readonly<Record<SellerStatus, Partial<Record<SellerEvent, SellerStatus>>>> = {
  applied: { approve: 'approved', decline: 'declined' },
  approved: { suspend: 'suspended' },
  suspended: { reinstate: 'approved' },
  declined: { approve: 'approved', reapply: 'applied' },
};

export function nextSellerStatus(
  status: SellerStatus,
  event: SellerEvent,
): Result<SellerStatus, 'illegal_transition'> {
  const next = SELLER_TRANSITIONS[status][event];
  return next ? ok(next) : refuse('illegal_transition', { status, event });
}

const DECISIONS: readonly SellerDecision[] = ['approve', 'decline', 'suspend', 'reinstate'];

/** What staff may do with a seller in this state. */
export function possibleSellerEvents(status: SellerStatus): SellerDecision[] {
  return DECISIONS.filter((event) => SELLER_TRANSITIONS[status][event] !== undefined);
}
