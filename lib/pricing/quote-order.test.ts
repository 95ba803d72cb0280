import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { payableStep, sumMinor } from '@/lib/kernel/money';
import { TAX_CATEGORIES } from '@/lib/kernel/tax-category';
import { standardCommissionRate } from './commission';
import { NO_DISCOUNT, quoteOrder, type QuoteInput } from './quote-order';

const sellerIds = ['a', 'b', 'c', 'd', 'e', 'f'];

const anyInput: fc.Arbitrary<QuoteInput> = fc.record({
  currency: fc.constantFrom('EUR', 'JPY', 'KWD'),
  destination: fc.constantFrom(
    { country: 'DE', postalCode: '10115' },
    { country: 'FI', postalCode: '' },
    { country: 'ES', postalCode: '35001' },
    { country: 'US', postalCode: '90210' },
    { country: 'US', postalCode: '10001-1234' },
    { country: 'CA', postalCode: 'H2Y 1C6' },
  ),
  at: fc.date({ min: new Date('2024-01-01'), max: new Date('2029-01-01'), noInvalidDate: true }),
  lines: fc.array(
    fc.record({
      offerId: fc.uuid(),
      sellerId: fc.constantFrom(...sellerIds),
      quantity: fc.integer({ min: 1, max: 99 }),
      unitPriceMinor: fc.integer({ min: 1, max: 10_000_000 }),
      taxCategory: fc.constantFrom(...TAX_CATEGORIES),
      commissionRate: fc.record({
        basisPoints: fc.integer({ min: 0, max: 10_000 }),
        rule: fc.constantFrom('market', 'seller'),
      }),
      // Parts per hundred of the goods; the second of what the first leaves.
      sellerDiscountMinor: fc.integer({ min: 0, max: 100 }),
      marketDiscountMinor: fc.integer({ min: 0, max: 100 }),
    }),
    { minLength: 1, maxLength: 20 },
  ),
  deliveries: fc
    .array(
      fc.record({
        priceMinor: fc.integer({ min: 0, max: 5000 }),
        freeFromMinor: fc.option(fc.integer({ min: 0, max: 100_000 })),
      }),
      { minLength: 6, maxLength: 6 },
    )
    .map((options) => new Map(options.map((option, index) => [sellerIds[index]!, option]))),
});

/** Amounts as they may be in their currency: prices that cards know, and discounts within them. */
const input = anyInput.map((any): QuoteInput => {
  const step = payableStep(any.currency);
  return {
    ...any,
    lines: any.lines.map((line) => {
      const goods = line.unitPriceMinor * line.quantity;
      const bySeller = Math.floor((goods * line.sellerDiscountMinor) / 100);
      const byMarket = Math.floor(((goods - bySeller) * line.marketDiscountMinor) / 100);
      return {
        ...line,
        unitPriceMinor: line.unitPriceMinor * step,
        sellerDiscountMinor: bySeller * step,
        marketDiscountMinor: byMarket * step,
      };
    }),
    deliveries: new Map(
      [...any.deliveries].map(([id, { priceMinor, freeFromMinor }]) => [
        id,
        { priceMinor: priceMinor * step, freeFromMinor },
      ]),
    ),
  };
});

describe('a quote', () => {
  it('sums to the minor unit: order = seller orders = lines, for any basket', () => {
    fc.assert(
      fc.property(input, (basket) => {
        const quote = quoteOrder(basket);
        const lines = quote.sellers.flatMap((seller) => seller.lines);
        expect(quote.totalMinor).toBe(sumMinor(quote.sellers.map((seller) => seller.totalMinor)));
        expect(quote.totalMinor).toBe(sumMinor(lines.map((line) => line.totalMinor)));
        expect(quote.taxMinor).toBe(sumMinor(lines.map((line) => line.taxMinor)));
        const addedTaxMinor = quote.taxMode === 'exclusive' ? quote.taxMinor : 0;
        expect(quote.totalMinor).toBe(
          quote.goodsMinor - quote.discountMinor + quote.shippingMinor + addedTaxMinor,
        );
        expect(quote.goodsMinor).toBe(
          sumMinor(basket.lines.map((line) => line.unitPriceMinor * line.quantity)),
        );
        expect(lines).toHaveLength(basket.lines.length);
        for (const line of lines) expect(line.totalMinor % payableStep(basket.currency)).toBe(0);
      }),
      { numRuns: 2000 },
    );
  });

  it('keeps commission and tax within the money of the line', () => {
    fc.assert(
      fc.property(input, (basket) => {
        for (const line of quoteOrder(basket).sellers.flatMap((seller) => seller.lines)) {
          expect(line.commission.amountMinor).toBeLessThanOrEqual(line.goodsMinor - line.sellerDiscountMinor);
          expect(line.taxMinor).toBeLessThanOrEqual(line.totalMinor);
          expect(line.taxMinor).toBeGreaterThanOrEqual(0);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('sends free from the seller’s own threshold, which other sellers’ goods do not reach for it', () => {
    const deliveries = new Map([
      ['a', { priceMinor: 490, freeFromMinor: 5000 }],
      ['b', { priceMinor: 390, freeFromMinor: 5000 }],
    ]);
    const line = {
      ...{ quantity: 1, taxCategory: 'general' as const },
      commissionRate: standardCommissionRate(null),
      ...NO_DISCOUNT,
    };
    const quote = quoteOrder({
      currency: 'EUR',
      destination: { country: 'DE', postalCode: '' },
      at: new Date(),
      deliveries,
      lines: [
        { ...line, offerId: '1', sellerId: 'a', unitPriceMinor: 5000 },
        { ...line, offerId: '2', sellerId: 'b', unitPriceMinor: 4999 },
      ],
    });
    expect(quote.sellers.map((seller) => seller.shippingMinor)).toEqual([0, 390]);
  });
});
