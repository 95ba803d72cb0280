import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addWorkingDays, workingDaysBetween } from './delivery-promise';

const days = fc.integer({ min: 0, max: 80 });
const instants = fc.date({ min: new Date('2026-01-01'), max: new Date('2028-01-01'), noInvalidDate: true });

describe('working days', () => {
  it('that were added are those in between', () => {
    fc.assert(
      fc.property(instants, days, (start, count) => {
        expect(workingDaysBetween(start, addWorkingDays(start, count))).toBe(count);
      }),
    );
  });

  it.each([
    ['a day', '2026-11-23T22:00Z', '2026-11-24T01:00Z', 1],
    ['the same day', '2026-11-23T01:00Z', '2026-11-23T23:00Z', 0],
    ['over a weekend', '2026-11-20T12:00Z', '2026-11-23T12:00Z', 1],
    ['within a weekend', '2026-11-21T12:00Z', '2026-11-22T12:00Z', 0],
    ['backwards', '2026-11-24T12:00Z', '2026-11-20T12:00Z', 0],
  ])('%s', (_what, start, end, count) => {
    expect(workingDaysBetween(new Date(start), new Date(end))).toBe(count);
  });
});
