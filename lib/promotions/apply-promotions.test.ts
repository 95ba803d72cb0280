import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { payableStep, sumMinor } from '@/lib/kernel/money';
import { applyPromotions } from './apply-promotions';
import type { BasketLine } from './check-promotion';
import type { Reduction } from './model';
import type { Promotion } from './promotion';

const sellerIds = ['a', 'b', 'c'];
const offerIds = ['1', '2', '3', '4', '5', '6'];
const basisPoints = fc.integer({ min: 1, max: 10_000 });
const amountMinor = fc.integer({ min: 1, max: 3_000_000 });
const pieces = fc.integer({ min: 1, max: 5 });

const plain = fc.oneof(
  fc.record({ kind: fc.constant('percent' as const), basisPoints }),
  fc.record({ kind: fc.constant('fixed' as const), amountMinor }),
);

const reduction: fc.Arbitrary<Reduction> = fc.oneof(
  plain,
  fc.record({ kind: fc.constant('buy_get' as const), buyQuantity: pieces, getQuantity: pieces, basisPoints }),
  fc.record({ kind: fc.constant('bundle' as const), off: plain }),
  fc.constant({ kind: 'free_delivery' as const }),
);

const promotion = fc
  .record({
    id: fc.uuid(),
    sellerId: fc.option(fc.constantFrom(...sellerIds)),
    reduction,
    chosen: fc.option(fc.dictionary(fc.constantFrom(...offerIds), pieces, { maxKeys: 3 })),
    combines: fc.boolean(),
    budgetMinor: fc.option(fc.integer({ min: 0, max: 5_000_000 })),
  })
  .map(({ chosen, ...any }): Promotion => {
    const offers = any.reduction.kind === 'bundle' ? (chosen ?? {}) : chosen;
    return promotionOf({ ...any, offers: offers && new Map(Object.entries(offers)) });
  });

const basket = fc.uniqueArray(fc.constantFrom(...offerIds), { minLength: 1 }).chain((ids) =>
  fc.tuple(
    ...ids.map((offerId) =>
      fc.record({
        offerId: fc.constant(offerId),
        sellerId: fc.constantFrom(...sellerIds),
        quantity: fc.integer({ min: 1, max: 99 }),
        unitPriceMinor: fc.integer({ min: 1, max: 1_000_000 }),
      }),
    ),
  ),
);

function promotionOf(terms: Partial<Promotion> & Pick<Promotion, 'reduction'>): Promotion {
  return {
    ...{ id: '0', name: '', code: null, sellerId: 'a', status: 'active', offers: null, currency: null },
    ...{ minSubtotalMinor: 0, combines: false, startsAt: new Date(0), endsAt: null, maxRedemptions: null },
    ...{ maxPerCustomer: null, budgetMinor: null, redemptions: 0, spentMinor: 0 },
    ...terms,
  };
}

function line(offerId: string, quantity: number, unitPriceMinor: number, sellerId = 'a'): BasketLine {
  return { offerId, quantity, unitPriceMinor, sellerId };
}

/** What each line is reduced by. */
function off(promotions: readonly Promotion[], lines: readonly BasketLine[]): number[] {
  return applyPromotions(promotions, lines, 'EUR').discounts.map((one) => one.sellerMinor + one.marketMinor);
}

const half: Reduction = { kind: 'percent', basisPoints: 5000 };
const threeForTwo: Reduction = { kind: 'buy_get', buyQuantity: 2, getQuantity: 1, basisPoints: 10_000 };

describe('promotions', () => {
  it('never take more off a line than it costs, nor more than is left of a budget, nor off another seller’s', () => {
    fc.assert(
      fc.property(fc.array(promotion, { maxLength: 6 }), basket, (promotions, lines) => {
        const { discounts, applied } = applyPromotions(promotions, lines, 'EUR');
        lines.forEach(({ offerId, sellerId, quantity, unitPriceMinor }, index) => {
          const { sellerMinor, marketMinor } = discounts[index]!;
          expect(sellerMinor).toBeGreaterThanOrEqual(0);
          expect(marketMinor).toBeGreaterThanOrEqual(0);
          expect(sellerMinor + marketMinor).toBeLessThanOrEqual(quantity * unitPriceMinor);
          const by = applied.filter(({ byOffer }) => byOffer.has(offerId)).map((one) => one.promotion);
          for (const one of by) expect([null, sellerId]).toContain(one.sellerId);
          if (by.length > 1) expect(by.every((one) => one.combines)).toBe(true);
        });
        for (const one of applied) {
          expect(sumMinor(one.byOffer.values())).toBe(one.amountMinor);
          expect(one.amountMinor).toBeLessThanOrEqual(one.promotion.budgetMinor ?? Infinity);
        }
        const total = sumMinor(discounts.map((one) => one.sellerMinor + one.marketMinor));
        expect(total).toBe(sumMinor(applied.map((one) => one.amountMinor)));
      }),
      { numRuns: 2000 },
    );
  });

  it('take off the same in whatever order they are read, in amounts that can be paid', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(promotion, { selector: ({ id }) => id, maxLength: 5 }),
        basket,
        (all, some) => {
          const lines = some.map((one) => ({
            ...one,
            unitPriceMinor: one.unitPriceMinor * payableStep('KWD'),
          }));
          const promotions = all.filter(({ reduction: { kind } }) => kind !== 'fixed' && kind !== 'bundle');
          const { discounts } = applyPromotions(promotions, lines, 'KWD');
          expect(applyPromotions(promotions.toReversed(), lines, 'KWD').discounts).toEqual(discounts);
          for (const one of discounts) {
            expect((one.sellerMinor + one.marketMinor) % payableStep('KWD')).toBe(0);
          }
        },
      ),
      { numRuns: 500 },
    );
  });

  it('of three give the cheapest, which costs whoever sends one back its share', () => {
    const buy = promotionOf({ reduction: threeForTwo });
    expect(off([buy], [line('1', 2, 1000)])).toEqual([0]);
    expect(off([buy], [line('1', 3, 1000)])).toEqual([1000]);
    expect(off([buy], [line('1', 2, 3000), line('2', 1, 600)])).toEqual([545, 55]);
    // Six are two of three: the two cheapest. A seventh waits for its eighth and ninth.
    expect(off([buy], [line('1', 7, 500)])).toEqual([1000]);
  });

  it('of a set count whole sets alone', () => {
    const set = promotionOf({
      reduction: { kind: 'bundle', off: { kind: 'fixed', amountMinor: 300 } },
      offers: new Map([
        ['1', 1],
        ['2', 2],
      ]),
    });
    expect(off([set], [line('1', 1, 1000)])).toEqual([0]);
    expect(off([set], [line('1', 3, 1000), line('2', 4, 500), line('3', 1, 900)])).toEqual([300, 300, 0]);
  });

  it('do not add up unless they say so: the better one counts', () => {
    const alone = promotionOf({ id: '1', reduction: half });
    const little = { kind: 'percent', basisPoints: 1000 } as const;
    const byMarket = { id: '2', sellerId: null, reduction: little };
    const lines = [line('1', 1, 1000), line('2', 1, 1000, 'b')];
    expect(off([alone, promotionOf(byMarket)], lines)).toEqual([500, 100]);
    expect(off([{ ...alone, combines: true }, promotionOf({ ...byMarket, combines: true })], lines)).toEqual([
      550, 100,
    ]);
  });

  it('that are used up do not stand in the way of others', () => {
    const best = promotionOf({ id: '1', reduction: half, budgetMinor: 900, spentMinor: 500 });
    const next = promotionOf({ id: '2', reduction: { kind: 'fixed', amountMinor: 100 } });
    expect(off([best, next], [line('1', 1, 1000)])).toEqual([100]);
  });
});
