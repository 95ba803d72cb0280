import { describe, expect, it } from 'vitest';
import type { PayoutStatus } from './model';
import { nextPayoutStatus, type PayoutEvent } from './transitions';

const EVENTS: readonly PayoutEvent[] = ['transfer', 'refuse', 'arrive', 'bounce', 'retry'];

/** Written down apart from the table, which is what is tested. */
const LEGAL: Readonly<Record<PayoutStatus, readonly string[]>> = {
  requested: ['transfer transferred', 'refuse failed'],
  transferred: ['arrive paid', 'bounce bounced'],
  paid: ['bounce bounced'],
  bounced: ['retry transferred'],
  failed: [],
};

describe.each(Object.keys(LEGAL) as PayoutStatus[])('a payout that is %s', (status) => {
  it.each(EVENTS)('and told to %s goes where the table says, or is refused', (event) => {
    const wanted = LEGAL[status].find((cell) => cell.startsWith(`${event} `))?.split(' ')[1];
    const next = nextPayoutStatus(status, event);
    if (wanted) expect(next).toEqual({ ok: true, value: wanted });
    else expect(next).toMatchObject({ ok: false, error: 'illegal_transition' });
  });
});
