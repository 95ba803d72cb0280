import { describe, expect, it } from 'vitest';
import type { RefundStatus } from './model';
import { nextRefundStatus, type RefundEvent } from './refund-transitions';

const EVENTS: readonly RefundEvent[] = ['pend', 'succeed', 'fail', 'retry'];

/** Written down apart from the table, which is what is tested. */
const LEGAL: Readonly<Record<RefundStatus, readonly string[]>> = {
  requested: ['pend pending', 'succeed succeeded', 'fail failed'],
  pending: ['pend pending', 'succeed succeeded', 'fail failed'],
  succeeded: [],
  failed: ['retry requested'],
};

describe.each(Object.keys(LEGAL) as RefundStatus[])('a refund that is %s', (status) => {
  it.each(EVENTS)('and told to %s goes where the table says, or is refused', (event) => {
    const wanted = LEGAL[status].find((cell) => cell.startsWith(`${event} `))?.split(' ')[1];
    const next = nextRefundStatus(status, event);
    if (wanted) expect(next).toEqual({ ok: true, value: wanted });
    else expect(next).toMatchObject({ ok: false, error: 'illegal_transition' });
  });
});
