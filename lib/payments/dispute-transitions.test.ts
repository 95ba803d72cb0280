import { describe, expect, it } from 'vitest';
import type { DisputeStatus } from './model';
import { nextDisputeStatus, type DisputeEvent } from './dispute-transitions';

const EVENTS: readonly DisputeEvent[] = ['ask', 'review', 'win', 'lose', 'close'];

const OPEN = ['ask needs_response', 'review under_review', 'win won', 'lose lost', 'close closed'];

/** Written down apart from the table, which is what is tested. */
const LEGAL: Readonly<Record<DisputeStatus, readonly string[]>> = {
  needs_response: OPEN,
  under_review: OPEN,
  won: [],
  lost: [],
  closed: [],
};

describe.each(Object.keys(LEGAL) as DisputeStatus[])('a dispute that is %s', (status) => {
  it.each(EVENTS)('and told to %s goes where the table says, or is refused', (event) => {
    const wanted = LEGAL[status].find((cell) => cell.startsWith(`${event} `))?.split(' ')[1];
    const next = nextDisputeStatus(status, event);
    if (wanted) expect(next).toEqual({ ok: true, value: wanted });
    else expect(next).toMatchObject({ ok: false, error: 'illegal_transition' });
  });
});
