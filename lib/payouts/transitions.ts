import { ok, refuse, type Result } from '@/lib/kernel/result';
import type { PayoutStatus } from './model';

/** What can happen to a payout. `refuse`: the provider does not send it; `bounce`: the bank sends it back. */
export type PayoutEvent = 'transfer' | 'refuse' | 'arrive' | 'bounce' | 'retry';

/** state × event -> state. What is not here is refused. A bank may send back what it took days before. */
export const PAYOUT_TRANSITIONS: Readonly<Record<PayoutStatus, Partial<Record<PayoutEvent, PayoutStatus>>>> =
  {
    requested: { transfer: 'transferred', refuse: 'failed' },
    transferred: { arrive: 'paid', bounce: 'bounced' },
    paid: { bounce: 'bounced' },
    bounced: { retry: 'transferred' },
    failed: {},
  };

export function nextPayoutStatus(
  status: PayoutStatus,
  event: PayoutEvent,
): Result<PayoutStatus, 'illegal_transition'> {
  const next = PAYOUT_TRANSITIONS[status][event];
  return next ? ok(next) : refuse('illegal_transition', { status, event });
}
