import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allocate, applyBasisPoints, formatMoney, formatMoneyRoughly, parseAmount, sumMinor } from './money';

describe('allocate', () => {
  const amount = fc.integer({ min: -1_000_000_000, max: 1_000_000_000 });
  const weights = fc.array(fc.integer({ min: 0, max: 1_000_000_000 }), { minLength: 1, maxLength: 50 });

  it('divides without losing or making a minor unit', () => {
    fc.assert(fc.property(amount, weights, (total, parts) => sumMinor(allocate(total, parts)) === total));
  });

  it('stays within one unit of the exact share', () => {
    fc.assert(
      fc.property(amount, weights, (total, parts) => {
        const whole = sumMinor(parts);
        fc.pre(whole > 0);
        allocate(total, parts).forEach((part, index) => {
          expect(Math.abs(part - (total * parts[index]!) / whole)).toBeLessThan(1.0001);
        });
      }),
    );
  });

  it('gives the rest to the largest remainder, the earlier part first', () => {
    expect(allocate(100, [1, 1, 1])).toEqual([34, 33, 33]);
    expect(allocate(10, [5, 3, 2, 0])).toEqual([5, 3, 2, 0]);
    expect(allocate(-100, [1, 1, 1])).toEqual([-34, -33, -33]);
  });
});

describe('amounts', () => {
  it('round half away from zero', () => {
    expect(applyBasisPoints(105, 1000)).toBe(11);
    expect(applyBasisPoints(-105, 1000)).toBe(-11);
  });

  it('are read and written in the currency’s own digits', () => {
    expect(parseAmount('12.5', 'EUR')).toBe(1250);
    expect(parseAmount('12', 'JPY')).toBe(12);
    expect(parseAmount('1.23', 'KWD')).toBe(1230);
    expect(parseAmount('1.234', 'KWD')).toBeNull();
    expect(formatMoney({ amountMinor: 1250, currency: 'EUR' }, 'en')).toBe('€12.50');
    expect(formatMoney({ amountMinor: 1250, currency: 'JPY' }, 'en')).toBe('¥1,250');
    expect(formatMoneyRoughly({ amountMinor: 99_999, currency: 'EUR' }, 'en')).toBe('€999.99');
    expect(formatMoneyRoughly({ amountMinor: -1_234_567, currency: 'EUR' }, 'en')).toBe('-€12,346');
  });

  it.each(['-1', '1.234', '1e9', 'NaN', '', '1,000', '0x10', '1.'])('refuse %s', (text) => {
    expect(parseAmount(text, 'EUR')).toBeNull();
  });
});
