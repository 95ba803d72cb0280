import { ok, refuse, type Result } from '@/lib/kernel/result';
import type { SellerStatus } from './model';

/** What staff may do with a seller. */
export type SellerEvent = 'approve' | 'decline' | 'suspend' | 'reinstate';

/** state × event -> state. What is not here is refused. */
export const SELLER_TRANSITIONS: Readonly<Record<SellerStatus, Partial<Record<SellerEvent, SellerStatus>>>> =
  {
    applied: { approve: 'approved', decline: 'declined' },
    approved: { suspend: 'suspended' },
    suspended: { reinstate: 'approved' },
    declined: { approve: 'approved' },
  };

export function nextSellerStatus(
  status: SellerStatus,
  event: SellerEvent,
): Result<SellerStatus, 'illegal_transition'> {
  const next = SELLER_TRANSITIONS[status][event];
  return next ? ok(next) : refuse('illegal_transition', { status, event });
}

const EVENTS: readonly SellerEvent[] = ['approve', 'decline', 'suspend', 'reinstate'];

/** What staff may do with a seller in this state. */
export function possibleSellerEvents(status: SellerStatus): SellerEvent[] {
  return EVENTS.filter((event) => SELLER_TRANSITIONS[status][event] !== undefined);
}
