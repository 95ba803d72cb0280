import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { daysOf, lengthOf, periodBefore, periodOf } from './period';

const NOW = new Date('2026-11-23T09:00:00Z');

describe('a period', () => {
  it.each([
    [{ days: '7' }, '2026-11-17', '2026-11-23'],
    [{}, '2026-10-25', '2026-11-23'],
    [{ days: '12' }, '2026-10-25', '2026-11-23'],
    [{ from: '2026-03-01', until: '2026-03-31' }, '2026-03-01', '2026-03-31'],
    [{ from: '2026-03-31', until: '2026-03-01' }, '2026-03-01', '2026-03-31'],
    [{ from: '2026-11-20', until: '2027-01-01' }, '2026-11-20', '2026-11-23'],
    [{ from: '2027-01-01', until: '2027-02-01' }, '2026-11-23', '2026-11-23'],
    [{ from: '2026-02-30', until: '2026-03-01' }, '2026-10-25', '2026-11-23'],
    [{ from: '2020-01-01', until: '2026-03-01' }, '2025-03-01', '2026-03-01'],
  ])('asked for as %j', (asked, from, until) => expect(periodOf(asked, NOW)).toEqual({ from, until }));

  it('has one of the same length right before it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 366 }), (length) => {
        const until = new Date(Date.UTC(2026, 10, 23));
        const from = new Date(until.getTime() - (length - 1) * 24 * 3600 * 1000);
        const period = periodOf({ from: from.toISOString().slice(0, 10), until: '2026-11-23' }, NOW);
        const before = periodBefore(period);
        expect(lengthOf(before)).toBe(length);
        expect([...daysOf(before), ...daysOf(period)]).toEqual(
          daysOf({ from: before.from, until: period.until }),
        );
      }),
    );
  });
});
