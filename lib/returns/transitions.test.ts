import { describe, expect, it } from 'vitest';
import { RETURN_STATUSES, type ReturnStatus } from './model';
import { nextReturnStatus, RETURN_TRANSITIONS, type ReturnEvent } from './transitions';

const EVENTS: readonly ReturnEvent[] = [
  'accept',
  'accept_refund',
  'decline',
  'send',
  'receive',
  'inspect',
  'refund',
  'exchange',
  'replace',
  'reject',
  'escalate',
  'rule',
  'cancel',
  'lapse',
];

/** Written down apart from the table under test; every other cell is refused. */
const LEGAL: Readonly<Record<string, ReturnStatus>> = {
  'requested accept': 'accepted',
  'requested accept_refund': 'accepted',
  'requested decline': 'declined',
  'requested cancel': 'cancelled',
  'accepted send': 'sent',
  'accepted receive': 'received',
  'accepted cancel': 'cancelled',
  'accepted lapse': 'cancelled',
  'declined escalate': 'escalated',
  'sent receive': 'received',
  'sent escalate': 'escalated',
  'received inspect': 'inspected',
  'inspected refund': 'refunded',
  'inspected exchange': 'exchanging',
  'exchanging replace': 'exchanged',
  'exchanging refund': 'refunded',
  'exchanged escalate': 'escalated',
  'inspected reject': 'rejected',
  'rejected escalate': 'escalated',
  'escalated rule': 'ruled',
};

const cells = RETURN_STATUSES.flatMap((status) =>
  EVENTS.map((event) => ({ status, event, next: LEGAL[`${status} ${event}`] ?? null })),
);

describe('a return', () => {
  it.each(cells)('$status, $event: $next', ({ status, event, next }) => {
    expect(nextReturnStatus(status, event)).toEqual(
      next
        ? { ok: true, value: next }
        : { ok: false, error: 'illegal_transition', detail: { status, event } },
    );
  });

  it('has no state that is not written down here', () => {
    expect(Object.keys(RETURN_TRANSITIONS)).toEqual([...RETURN_STATUSES]);
  });
});
