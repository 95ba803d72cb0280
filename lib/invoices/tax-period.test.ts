import { describe, expect, it } from 'vitest';
import { taxPeriod, taxPeriodsAround } from './tax-period';

describe('a period of taxes', () => {
  it.each([
    ['2026-11', '2026-11-01', '2026-12-01'],
    ['2026-12', '2026-12-01', '2027-01-01'],
    ['2026-Q1', '2026-01-01', '2026-04-01'],
    ['2026-Q4', '2026-10-01', '2027-01-01'],
    ['2026', '2026-01-01', '2027-01-01'],
  ])('%s is from %s to before %s', (name, from, until) => {
    expect(taxPeriod(name)).toEqual({
      name,
      from: new Date(`${from}T00:00:00Z`),
      until: new Date(`${until}T00:00:00Z`),
    });
  });

  it.each(['', '26', '2026-13', '2026-Q5', '2026-1', '2026-11-01', '1999'])('is not named %j', (name) => {
    expect(taxPeriod(name)).toBeNull();
  });

  it('is offered for now and before, across a new year', () => {
    expect(taxPeriodsAround(new Date('2027-01-05T00:00:00Z'))).toEqual([
      ...['2027-01', '2026-12'],
      ...['2027-Q1', '2026-Q4'],
      ...['2027', '2026'],
    ]);
  });
});
