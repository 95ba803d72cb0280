import { describe, expect, it } from 'vitest';
import type { SellerStatus } from './model';
import { nextSellerStatus, possibleSellerEvents, type SellerEvent } from './transitions';

const EVENTS: readonly SellerEvent[] = ['approve', 'decline', 'suspend', 'reinstate', 'reapply'];

/** Written down apart from the table, which is what is tested. */
const LEGAL: Readonly<Record<SellerStatus, readonly string[]>> = {
  applied: ['approve approved', 'decline declined'],
  approved: ['suspend suspended'],
  suspended: ['reinstate approved'],
  declined: ['approve approved', 'reapply applied'],
};

describe.each(Object.keys(LEGAL) as SellerStatus[])('a seller that is %s', (status) => {
  it.each(EVENTS)('and told to %s goes where the table says, or is refused', (event) => {
    const wanted = LEGAL[status].find((cell) => cell.startsWith(`${event} `))?.split(' ')[1];
    const next = nextSellerStatus(status, event);
    if (wanted) expect(next).toEqual({ ok: true, value: wanted });
    else expect(next).toMatchObject({ ok: false, error: 'illegal_transition' });
  });

  it('is offered to staff for what staff may do with it, and nothing else', () => {
    const decisions = LEGAL[status].map((cell) => cell.split(' ')[0]).filter((event) => event !== 'reapply');
    expect(possibleSellerEvents(status)).toEqual(decisions);
  });
});
