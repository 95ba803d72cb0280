import { describe, expect, it } from 'vitest';
import type { PromotionStatus } from './model';
import { nextPromotionStatus, type PromotionEvent } from './transitions';

const EVENTS: readonly PromotionEvent[] = ['pause', 'resume', 'end'];

/** Written down apart from the table, which is what is tested. */
const LEGAL: Readonly<Record<PromotionStatus, readonly string[]>> = {
  active: ['pause paused', 'end ended'],
  paused: ['resume active', 'end ended'],
  ended: [],
};

describe.each(Object.keys(LEGAL) as PromotionStatus[])('a promotion that is %s', (status) => {
  it.each(EVENTS)('and asked to %s goes where the table says, or is refused', (event) => {
    const wanted = LEGAL[status].find((cell) => cell.startsWith(`${event} `))?.split(' ')[1];
    const next = nextPromotionStatus(status, event);
    if (wanted) expect(next).toEqual({ ok: true, value: wanted });
    else expect(next).toMatchObject({ ok: false, error: 'illegal_transition' });
  });
});
