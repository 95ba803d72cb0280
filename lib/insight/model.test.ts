import { describe, expect, it } from 'vitest';
import { addUp, healthOf, NOTHING, shareOf, stockOutCost } from './model';

describe('what being sold out costs', () => {
  it.each([
    [{ salesMinor: 10_000, viewed: 120, soldOut: 20 }, 2_000],
    [{ salesMinor: 10_000, viewed: 100, soldOut: 0 }, 0],
    [{ salesMinor: 0, viewed: 50, soldOut: 50 }, 0],
    [{ salesMinor: 100, viewed: 4, soldOut: 1 }, 33],
  ])('%j', (counts, cost) => expect(stockOutCost({ ...NOTHING, ...counts })).toBe(cost));
});

it('days add up', () => {
  const day = { ...NOTHING, units: 2, salesMinor: 700 };
  expect(addUp([day, day])).toEqual({ ...NOTHING, units: 4, salesMinor: 1400 });
  expect(addUp([])).toEqual(NOTHING);
});

it('shares are basis points, and there is none of nothing', () => {
  expect(shareOf(1, 3)).toBe(3333);
  expect(shareOf(0, 0)).toBeNull();
});

it('an account is measured by limits that may be reached and not passed', () => {
  const counts = { ...NOTHING, orders: 50, lateOrders: 2, cancelledOrders: 2, units: 100, returnedUnits: 7 };
  expect(healthOf(counts)).toMatchObject([
    { measure: 'late', share: 400, isGood: true },
    { measure: 'cancelled', share: 400, isGood: false },
    { measure: 'returned', share: 700, isGood: true },
    { measure: 'disputed', share: 0, isGood: true },
  ]);
  expect(healthOf(NOTHING).every(({ share, isGood }) => share === null && isGood)).toBe(true);
});
