import { describe, expect, it } from 'vitest';
import { FAULT_DAYS, returnTerms, WITHDRAWAL_DAYS } from './return-window';

const deliveredAt = new Date('2026-03-01T10:00:00Z');
const afterDays = (days: number) => new Date(deliveredAt.getTime() + days * 24 * 3600 * 1000);

const goods = {
  deliveredAt,
  now: afterDays(1),
  reason: 'changed_mind',
  country: 'DE',
  department: 'home',
  sellerDays: 30,
} as const;

describe('how long goods may be given back', () => {
  it.each([
    ['as long as the seller says', {}, 30],
    ['for the time of withdrawal when the seller gives less', { sellerDays: 0 }, WITHDRAWAL_DAYS],
    ['not at all where there is neither', { sellerDays: 0, country: 'US' }, 0],
    ['not when they spoil, whatever the seller gives elsewhere', { department: 'food' }, 0],
    ['in their department for its own time', { department: 'beauty' }, 14],
    ['longer when they are not as agreed', { department: 'food', reason: 'faulty' as const }, FAULT_DAYS],
  ])('%s', (_what, change, days) => {
    expect(returnTerms({ ...goods, ...change }).until).toEqual(afterDays(days));
  });

  it('is a right until the last moment of the fourteenth day from delivery, and no longer', () => {
    const byRight = (now: Date) => returnTerms({ ...goods, now }).byRight;
    expect(byRight(afterDays(14))).toBe(true);
    expect(byRight(new Date(afterDays(14).getTime() + 1))).toBe(false);
  });

  it('is at the cost of who is behind it: the buyer who changed their mind, the seller of a fault', () => {
    expect(returnTerms(goods).sellerPaysShipping).toBe(false);
    expect(returnTerms({ ...goods, reason: 'wrong_item' }).sellerPaysShipping).toBe(true);
  });
});
