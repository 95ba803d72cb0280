import { expect, it } from 'vitest';
import { firstOfMonth, monthAfter, monthOf, monthsBetween } from './month';

it('a month is one of UTC, to its last millisecond', () => {
  expect(monthOf(new Date('2026-12-31T23:59:59.999Z'))).toBe('2026-12');
  expect(firstOfMonth('2026-12').toISOString()).toBe('2026-12-01T00:00:00.000Z');
});

it('months follow each other over the year’s end', () => {
  expect(monthAfter('2026-12')).toBe('2027-01');
  expect(monthsBetween('2025-11', '2026-01')).toEqual(['2026-01', '2025-12', '2025-11']);
  expect(monthsBetween('2026-01', '2026-01')).toEqual(['2026-01']);
});
