import { describe, expect, it } from 'vitest';
import type { GiftCardStatus } from './model';
import { nextGiftCardStatus, type GiftCardEvent } from './transitions';

const EVENTS: readonly GiftCardEvent[] = ['redeem', 'expire', 'cancel'];

/** Written down apart from the table, which is what is tested. */
const LEGAL: Readonly<Record<GiftCardStatus, readonly string[]>> = {
  open: ['redeem redeemed', 'expire expired', 'cancel cancelled'],
  redeemed: [],
  expired: [],
  cancelled: [],
};

describe.each(Object.keys(LEGAL) as GiftCardStatus[])('a gift card that is %s', (status) => {
  it.each(EVENTS)('and asked to %s goes where the table says, or is refused', (event) => {
    const wanted = LEGAL[status].find((cell) => cell.startsWith(`${event} `))?.split(' ')[1];
    const next = nextGiftCardStatus(status, event);
    if (wanted) expect(next).toEqual({ ok: true, value: wanted });
    else expect(next).toMatchObject({ ok: false, error: 'illegal_transition' });
  });
});
