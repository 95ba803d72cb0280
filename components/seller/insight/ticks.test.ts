import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ticksUpTo } from './ticks';

it.each([
  [0, [0, 1]],
  [3, [0, 1, 2, 3]],
  [70, [0, 20, 40, 60, 80]],
  [401, [0, 200, 400, 600]],
])('ticks up to %d', (most, ticks) => expect(ticksUpTo(most)).toEqual(ticks));

it('reach what is drawn in a few whole steps, and no further than the next of them', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 10 ** 12 }), (most) => {
      const ticks = ticksUpTo(most);
      expect(ticks.every(Number.isInteger)).toBe(true);
      expect(ticks.length).toBeLessThanOrEqual(5);
      expect(ticks.at(-1)!).toBeGreaterThanOrEqual(most);
      expect(ticks.at(-2)!).toBeLessThan(most);
    }),
  );
});
