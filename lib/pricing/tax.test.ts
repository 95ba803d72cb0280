import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TaxCategory } from '@/lib/kernel/tax-category';
import { taxOnTop, taxTermsFor, taxWithin } from './tax';
import { EUROPE } from './tax-table-europe';
import { NORTH_AMERICA } from './tax-table-north-america';

const IN_2026 = new Date('2026-11-01');

function rateAt(country: string, postalCode: string, category: TaxCategory = 'general', at = IN_2026) {
  const terms = taxTermsFor({ country, postalCode }, at);
  return `${terms.mode} ${terms.rateOf(category).taxClass} ${terms.rateOf(category).basisPoints}`;
}

describe('the tax table', () => {
  it.each([
    ['DE', '', 'general', 'inclusive standard 1900'],
    ['DE', '', 'books', 'inclusive reduced 700'],
    ['DE', '', 'children', 'inclusive standard 1900'],
    ['IE', '', 'children', 'inclusive zero 0'],
    ['ES', '28004', 'books', 'inclusive super_reduced 400'],
    ['ES', '35001', 'general', 'inclusive zero 0'],
    ['PT', '9000-011', 'general', 'inclusive standard 2200'],
    ['US', '90210', 'general', 'exclusive standard 725'],
    ['US', '10001-1234', 'food', 'exclusive zero 0'],
    ['US', '97201', 'general', 'exclusive zero 0'],
    ['CA', 'h2y 1c6', 'general', 'exclusive standard 1497.5'],
    ['CA', 'M5V 2T6', 'books', 'exclusive reduced 500'],
    ['JP', '100-0001', 'general', 'inclusive zero 0'],
    ['DE', '', 'exempt', 'inclusive exempt 0'],
    ['US', '90210', 'exempt', 'exclusive exempt 0'],
  ] as const)('%s %s taxes %s: %s', (country, postalCode, category, expected) => {
    expect(rateAt(country, postalCode, category)).toBe(expected);
  });

  it('changes a rate on its day, and not before', () => {
    expect(rateAt('SE', '', 'food', new Date('2026-03-31T23:59:59Z'))).toBe('inclusive reduced 1200');
    expect(rateAt('SE', '', 'food', new Date('2026-04-01T00:00:00Z'))).toBe('inclusive reduced 600');
    expect(rateAt('SE', '', 'food', new Date('2028-01-01T00:00:00Z'))).toBe('inclusive reduced 1200');
  });

  it('says so where the postal code has not told the region yet', () => {
    for (const [country, postalCode] of [
      ['US', ''],
      ['US', '1011'],
      ['US', '00001'],
      ['CA', ''],
      ['CA', 'Z1'],
    ]) {
      const terms = taxTermsFor({ country: country!, postalCode: postalCode! }, IN_2026);
      expect([terms.mode, terms.isKnown]).toEqual(['exclusive', false]);
    }
    expect(taxTermsFor({ country: 'ES', postalCode: '' }, IN_2026).isKnown).toBe(true);
  });

  it('has one row for each place at any time', () => {
    const places = new Set([...EUROPE, ...NORTH_AMERICA].map(({ place }) => place));
    for (const place of places) {
      const rows = [...EUROPE, ...NORTH_AMERICA].filter((row) => row.place === place);
      const [first, ...rest] = rows;
      expect(first!.from, place).toBeNull();
      expect(rows.at(-1)!.until, place).toBeNull();
      for (const [index, row] of rest.entries()) expect(row.from, place).toBe(rows[index]!.until);
    }
  });
});

describe('tax', () => {
  const amount = fc.integer({ min: 0, max: 1_000_000_000 });
  const rate = fc.integer({ min: 0, max: 500_000 }).map((hundredths) => hundredths / 100);

  it('that is added is what the sum contains', () => {
    fc.assert(
      fc.property(amount, rate, (netMinor, basisPoints) => {
        const tax = taxOnTop(netMinor, basisPoints);
        expect(taxWithin(netMinor + tax, basisPoints)).toBeGreaterThanOrEqual(tax - 1);
        expect(taxWithin(netMinor + tax, basisPoints)).toBeLessThanOrEqual(tax + 1);
      }),
    );
  });

  it('knows halves of basis points: $100.00 in Quebec', () => {
    expect(taxOnTop(10_000, 1497.5)).toBe(1498);
    expect(taxOnTop(20_000, 1497.5)).toBe(2995);
  });
});
