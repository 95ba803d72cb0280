import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allocate, applyBasisPoints, payableStep, sumMinor } from '@/lib/kernel/money';
import { moneyOfUnits, type LineParts, type UnitMoney } from './line-units';
import { taxOnTop, taxWithin } from './tax';

const PARTS = [
  'goodsMinor',
  'sellerDiscountMinor',
  'marketDiscountMinor',
  'shippingMinor',
  'taxMinor',
  'commissionMinor',
  'creditMinor',
] as const;

/** Divided evenly, where credit follows what each unit costs. */
const EVEN_PARTS = PARTS.filter((part) => part !== 'creditMinor');

/** A line as it could have been sold: discounted by at most what it costs. */
const soldLine: fc.Arbitrary<LineParts> = fc
  .record({
    currency: fc.constantFrom('EUR' as const, 'JPY' as const, 'KWD' as const),
    quantity: fc.integer({ min: 1, max: 60 }),
    unitPriceSteps: fc.oneof(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 1_000_000 })),
    discounted: fc.integer({ min: 0, max: 10_000 }),
    byMarket: fc.integer({ min: 0, max: 10_000 }),
    shippingSteps: fc.integer({ min: 0, max: 5_000 }),
    taxBasisPoints: fc.constantFrom(0, 810, 1497.5, 1900, 2700),
    taxMode: fc.constantFrom('inclusive' as const, 'exclusive' as const),
    paidByCredit: fc.integer({ min: 0, max: 10_000 }),
    commissionBasisPoints: fc.integer({ min: 0, max: 10_000 }),
  })
  .map(({ currency, quantity, unitPriceSteps, discounted, byMarket, shippingSteps, ...rates }): LineParts => {
    const step = payableStep(currency);
    const shippingMinor = shippingSteps * step;
    const goodsMinor = quantity * unitPriceSteps * step;
    const discountMinor = applyBasisPoints(goodsMinor / step, discounted) * step;
    const marketDiscountMinor = applyBasisPoints(discountMinor / step, byMarket) * step;
    const taxedMinor = goodsMinor - discountMinor + shippingMinor;
    const sellerDiscountMinor = discountMinor - marketDiscountMinor;
    const line = {
      currency,
      quantity,
      goodsMinor,
      sellerDiscountMinor,
      marketDiscountMinor,
      shippingMinor,
      taxMode: rates.taxMode,
      taxMinor:
        rates.taxMode === 'inclusive'
          ? taxWithin(taxedMinor, rates.taxBasisPoints)
          : taxOnTop(taxedMinor / step, rates.taxBasisPoints) * step,
      commissionMinor: applyBasisPoints(goodsMinor - sellerDiscountMinor, rates.commissionBasisPoints),
    };
    const creditMinor = applyBasisPoints(totalOf(line) / step, rates.paidByCredit) * step;
    return { ...line, creditMinor };
  });

/** In which bunches a line's units go back, cancelled or returned; perhaps not all of them do. */
const sequence = soldLine.chain((line) =>
  fc.record({
    line: fc.constant(line),
    bunches: fc
      .array(fc.integer({ min: 1, max: line.quantity }), { minLength: 1, maxLength: 8 })
      .map((wanted) => fitting(wanted, line.quantity)),
  }),
);

function fitting(wanted: readonly number[], quantity: number): number[] {
  let left = quantity;
  return wanted.flatMap((count) => {
    const taken = Math.min(count, left);
    left -= taken;
    return taken > 0 ? [taken] : [];
  });
}

function giveBack(line: LineParts, bunches: readonly number[]): UnitMoney[] {
  let first = 0;
  return bunches.map((count) => {
    const money = moneyOfUnits(line, first, count);
    first += count;
    return money;
  });
}

function totalOf(line: Omit<LineParts, 'creditMinor'>): number {
  const { goodsMinor, sellerDiscountMinor, marketDiscountMinor, shippingMinor } = line;
  const addedTaxMinor = line.taxMode === 'exclusive' ? line.taxMinor : 0;
  return goodsMinor - sellerDiscountMinor - marketDiscountMinor + shippingMinor + addedTaxMinor;
}

describe("a line's money, divided over its units", () => {
  it('comes back exactly, part by part, in whatever bunches the units go back', () => {
    fc.assert(
      fc.property(sequence, ({ line, bunches }) => {
        const gone = sumMinor(bunches);
        const back = giveBack(line, [...bunches, line.quantity - gone]);
        for (const part of PARTS) expect(sumMinor(back.map((money) => money[part]))).toBe(line[part]);
        expect(sumMinor(back.map((money) => money.totalMinor))).toBe(totalOf(line));
      }),
      { numRuns: 10_000 },
    );
  });

  it('is never more than the line nor less than nothing, whatever has gone back so far', () => {
    fc.assert(
      fc.property(sequence, ({ line, bunches }) => {
        for (const money of giveBack(line, bunches)) {
          for (const part of [...PARTS, 'totalMinor'] as const) expect(money[part]).toBeGreaterThanOrEqual(0);
          expect(money.creditMinor).toBeLessThanOrEqual(money.totalMinor);
        }
        const back = sumMinor(giveBack(line, bunches).map((money) => money.totalMinor));
        expect(back).toBeLessThanOrEqual(totalOf(line));
      }),
      { numRuns: 10_000 },
    );
  });

  it('is divided by largest remainder: no two units differ by more than the smallest amount there is, in any part', () => {
    fc.assert(
      fc.property(soldLine, (line) => {
        const units = giveBack(line, Array<number>(line.quantity).fill(1));
        for (const part of EVEN_PARTS) {
          const isPaid = part !== 'commissionMinor' && (part !== 'taxMinor' || line.taxMode === 'exclusive');
          const step = isPaid ? payableStep(line.currency) : 1;
          const ones = Array<number>(line.quantity).fill(1);
          const fair = allocate(line[part] / step, ones).map((steps) => steps * step);
          expect(units.map((money) => money[part]).toSorted((a, b) => b - a)).toEqual(fair);
        }
      }),
    );
  });

  it.each([
    [0, 4],
    [3, 1],
    [-1, 1],
    [0, -1],
  ])('has no %i and %i further units of three', (first, count) => {
    const none = Object.fromEntries(PARTS.map((part) => [part, 0]));
    const line = { ...none, currency: 'EUR', taxMode: 'inclusive', quantity: 3 } as LineParts;
    expect(() => moneyOfUnits(line, first, count)).toThrow(RangeError);
  });
});
