import { describe, expect, it } from 'vitest';
import type { DraftStatus } from '../model';
import { nextDraftStatus, type DraftEvent } from './transitions';

const EVENTS: readonly DraftEvent[] = ['save', 'submit', 'withdraw', 'decline'];

/** Written down apart from the table, which is what is tested. */
const LEGAL: Readonly<Record<DraftStatus, readonly string[]>> = {
  draft: ['save draft', 'submit in_review'],
  in_review: ['withdraw draft', 'decline declined'],
  declined: ['save declined', 'submit in_review'],
};

describe.each(Object.keys(LEGAL) as DraftStatus[])('a draft that is %s', (status) => {
  it.each(EVENTS)('and told to %s goes where the table says, or is refused', (event) => {
    const wanted = LEGAL[status].find((cell) => cell.startsWith(`${event} `))?.split(' ')[1];
    const next = nextDraftStatus(status, event);
    const refusal = status === 'in_review' ? 'draft_in_review' : 'illegal_transition';
    if (wanted) expect(next).toEqual({ ok: true, value: wanted });
    else expect(next).toMatchObject({ ok: false, error: refusal });
  });
});
