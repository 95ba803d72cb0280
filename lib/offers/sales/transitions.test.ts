import { describe, expect, it } from 'vitest';
import type { SaleStatus } from '../model';
import { nextSaleStatus, type SaleEvent } from './transitions';

const EVENTS: readonly SaleEvent[] = ['start', 'drop', 'end', 'stop'];

/** Written down apart from the table, which is what is tested. */
const LEGAL: Readonly<Record<SaleStatus, readonly string[]>> = {
  planned: ['start running', 'drop cancelled', 'stop cancelled'],
  running: ['end ended', 'stop ended'],
  ended: [],
  cancelled: [],
};

describe.each(Object.keys(LEGAL) as SaleStatus[])('a sale that is %s', (status) => {
  it.each(EVENTS)('and asked to %s goes where the table says, or is refused', (event) => {
    const wanted = LEGAL[status].find((cell) => cell.startsWith(`${event} `))?.split(' ')[1];
    const next = nextSaleStatus(status, event);
    if (wanted) expect(next).toEqual({ ok: true, value: wanted });
    else expect(next).toMatchObject({ ok: false, error: 'illegal_transition' });
  });
});
