import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyBasisPoints, sumMinor } from '@/lib/kernel/money';
import { moneyOfUnits, taxWithin } from '@/lib/pricing';
import { lineToCredit, linesToInvoice, totalsOf } from './sale-lines';

/** A line as it could have been sold, and how many of its pieces were asked back before and after the invoice. */
const story = fc
  .record({
    quantity: fc.integer({ min: 1, max: 20 }),
    unitPriceMinor: fc.oneof(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 1_000_000 })),
    discount: fc.integer({ min: 0, max: 10_000 }),
    byMarket: fc.integer({ min: 0, max: 10_000 }),
    shippingMinor: fc.nat(5_000),
    taxBasisPoints: fc.constantFrom(0, 700, 1900, 2550),
    taxMode: fc.constantFrom('inclusive' as const, 'exclusive' as const),
    before: fc.nat(20),
    after: fc.nat(20),
  })
  .map(({ discount, byMarket, before, after, ...sold }) => {
    const goodsMinor = sold.quantity * sold.unitPriceMinor;
    const discountMinor = applyBasisPoints(goodsMinor, discount);
    const marketDiscountMinor = applyBasisPoints(discountMinor, byMarket);
    const askedBefore = Math.min(before, sold.quantity);
    return {
      askedBefore,
      askedAfter: Math.min(after, sold.quantity - askedBefore),
      line: {
        ...sold,
        currency: 'EUR' as const,
        id: 'a line',
        title: 'Teapot',
        variantLabel: 'Sage',
        sellerSku: '',
        goodsMinor,
        sellerDiscountMinor: discountMinor - marketDiscountMinor,
        marketDiscountMinor,
        taxMinor: taxWithin(goodsMinor - discountMinor + sold.shippingMinor, sold.taxBasisPoints),
        creditMinor: 0,
        commissionMinor: 0,
      },
    };
  });

describe('the lines of an invoice', () => {
  it('are what was sold less what was asked back before, and its credit notes leave what nobody asked back', () => {
    fc.assert(
      fc.property(story, ({ line, askedBefore, askedAfter }) => {
        const unitsOf = (first: number, count: number) => {
          const { totalMinor, taxMinor } = moneyOfUnits(line, first, count);
          return { totalMinor, taxMinor };
        };
        const invoiced = totalsOf(linesToInvoice([line], new Map([[line.id, askedBefore]])));
        const before = unitsOf(0, askedBefore);
        const whole = unitsOf(0, line.quantity);
        const sum = (part: 'totalMinor' | 'taxMinor') => sumMinor([invoiced[part], before[part]]);
        expect({ totalMinor: sum('totalMinor'), taxMinor: sum('taxMinor') }).toEqual(whole);

        const back = unitsOf(askedBefore, askedAfter);
        const credit = lineToCredit(line, {
          orderLineId: line.id,
          quantity: askedAfter,
          amountMinor: back.totalMinor,
          taxMinor: back.taxMinor,
        });
        const kept = unitsOf(askedBefore + askedAfter, line.quantity - askedBefore - askedAfter);
        expect(invoiced.totalMinor - credit.totalMinor).toBe(kept.totalMinor);
        expect(invoiced.taxMinor - credit.taxMinor).toBe(kept.taxMinor);
      }),
    );
  });

  it('leave out a line of which nothing is left, and name a piece with its variant', () => {
    fc.assert(
      fc.property(story, ({ line, askedBefore }) => {
        const lines = linesToInvoice([line], new Map([[line.id, askedBefore]]));
        expect(lines.map(({ quantity, title }) => ({ quantity, title }))).toEqual(
          askedBefore < line.quantity
            ? [{ quantity: line.quantity - askedBefore, title: 'Teapot, Sage' }]
            : [],
        );
      }),
    );
  });
});
