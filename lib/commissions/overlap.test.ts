import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scopesOverlap, type RuleScope } from './overlap';

const ALL: RuleScope = {
  sellerId: null,
  categoryLineage: null,
  productId: null,
  currency: null,
  priceFromMinor: null,
  priceBelowMinor: null,
  validFrom: new Date('2026-01-01'),
  validUntil: null,
};
const rule = (scope: Partial<RuleScope>): RuleScope => ({ ...ALL, ...scope });

describe('two rules', () => {
  it.each<[string, Partial<RuleScope>, Partial<RuleScope>, boolean]>([
    ['about everything', {}, {}, true],
    ['one about a seller', { sellerId: 'a' }, {}, true],
    ['about two sellers', { sellerId: 'a' }, { sellerId: 'b' }, false],
    ['about a seller and a product', { sellerId: 'a' }, { productId: 'p' }, true],
    ['about two products', { productId: 'p' }, { productId: 'q' }, false],
    ['about a category and one below it', { categoryLineage: ['x'] }, { categoryLineage: ['x', 'y'] }, true],
    ['about sister categories', { categoryLineage: ['x', 'z'] }, { categoryLineage: ['x', 'y'] }, false],
    ['about neighbouring prices', band(0, 1000), band(1000, null), false],
    ['about prices that meet', band(0, 1001), band(1000, null), true],
    ['about prices in two currencies', band(0, 1000), { ...band(0, 1000), currency: 'JPY' }, false],
    ['one after the other', { validUntil: day(2) }, { validFrom: day(2) }, false],
    ['at the same time', { validUntil: day(3) }, { validFrom: day(2) }, true],
  ])('%s', (_, a, b, meet) => {
    expect(scopesOverlap(rule(a), rule(b))).toBe(meet);
    expect(scopesOverlap(rule(b), rule(a))).toBe(meet);
  });

  it('that do not overlap fit no line together', () => {
    const scopes = fc.record({
      sellerId: fc.option(fc.constantFrom('a', 'b')),
      productId: fc.option(fc.constantFrom('p', 'q')),
      categoryLineage: fc.option(fc.constantFrom(['x'], ['x', 'y'], ['z'])),
      priceFromMinor: fc.integer({ min: 0, max: 9 }),
      priceBelowMinor: fc.integer({ min: 10, max: 20 }),
    });
    const line = fc.record({
      sellerId: fc.constantFrom('a', 'b'),
      productId: fc.constantFrom('p', 'q'),
      lineage: fc.constantFrom(['x'], ['x', 'y'], ['z']),
      price: fc.integer({ min: 0, max: 20 }),
    });
    fc.assert(
      fc.property(scopes, scopes, line, (a, b, sold) => {
        const fits = (scope: typeof a) =>
          (scope.sellerId ?? sold.sellerId) === sold.sellerId &&
          (scope.productId ?? sold.productId) === sold.productId &&
          (scope.categoryLineage ?? []).every((id, depth) => sold.lineage[depth] === id) &&
          scope.priceFromMinor <= sold.price &&
          sold.price < scope.priceBelowMinor;
        const meet = scopesOverlap(rule({ ...a, currency: 'EUR' }), rule({ ...b, currency: 'EUR' }));
        return meet || !(fits(a) && fits(b));
      }),
    );
  });
});

function band(priceFromMinor: number, priceBelowMinor: number | null): Partial<RuleScope> {
  return { currency: 'EUR', priceFromMinor, priceBelowMinor };
}

function day(number: number): Date {
  return new Date(Date.UTC(2026, 1, number));
}
