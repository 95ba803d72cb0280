import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sumMinor } from '@/lib/kernel/money';
import { taxByRate, type RateTotals } from './tax-by-rate';

const line: fc.Arbitrary<RateTotals> = fc.record({
  taxBasisPoints: fc.constantFrom(0, 700, 1900, 2550),
  taxMinor: fc.nat(100_000),
  totalMinor: fc.nat(1_000_000),
});

test('rates sum to their lines, to the cent, each rate once and the highest first', () => {
  fc.assert(
    fc.property(fc.array(line), (lines) => {
      const rates = taxByRate(lines);
      const points = rates.map(({ taxBasisPoints }) => taxBasisPoints);
      expect(points).toEqual([...new Set(points)].toSorted((a, b) => b - a));
      for (const part of ['taxMinor', 'totalMinor'] as const) {
        expect(sumMinor(rates.map((rate) => rate[part]))).toBe(sumMinor(lines.map((each) => each[part])));
      }
    }),
  );
});
