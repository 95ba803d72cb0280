import fc from 'fast-check';
import { expect, test } from 'vitest';
import { explainBuyBox, rankOffers, type BuyBoxOffer } from './buy-box';

const plain: BuyBoxOffer = {
  offerId: 'a',
  available: 3,
  condition: 'new',
  priceMinor: 1000,
  deliveryMinor: 0,
  sellerRating: 4,
  handlingDays: 2,
};

const offers = fc.uniqueArray(
  fc.record({
    offerId: fc.uuid(),
    available: fc.integer({ min: 0, max: 2 }),
    condition: fc.constantFrom('new' as const, 'refurbished' as const, 'used' as const),
    priceMinor: fc.integer({ min: 1, max: 4 }),
    deliveryMinor: fc.integer({ min: 0, max: 3 }),
    sellerRating: fc.constantFrom(0, 4, 5),
    handlingDays: fc.integer({ min: 0, max: 2 }),
  }),
  { selector: (offer) => offer.offerId, minLength: 1, maxLength: 8 },
);

test('the order offers arrive in never decides', () => {
  fc.assert(
    fc.property(offers, fc.infiniteStream(fc.nat()), (given, keys) => {
      const shuffled = given
        .map((offer) => ({ offer, key: keys.next().value }))
        .sort((a, b) => (a.key ?? 0) - (b.key ?? 0))
        .map(({ offer }) => offer);
      expect(rankOffers(shuffled)).toEqual(rankOffers(given));
    }),
  );
});

test('an offer that cannot be bought never stands before one that can', () => {
  fc.assert(
    fc.property(offers, (given) => {
      const ranked = rankOffers(given);
      const firstOut = ranked.findIndex((offer) => offer.available === 0);
      expect(ranked.slice(firstOut < 0 ? ranked.length : firstOut).every((o) => o.available === 0)).toBe(
        true,
      );
    }),
  );
});

test.each([
  [{ available: 0, priceMinor: 1 }, 'in_stock'],
  [{ condition: 'used' as const, priceMinor: 1 }, 'condition'],
  [{ priceMinor: 900, deliveryMinor: 101 }, 'price'],
  [{ sellerRating: 3.9, handlingDays: 0 }, 'seller_rating'],
  [{ handlingDays: 3 }, 'handling'],
  [{}, 'first'],
])('the first differing answer is the reason: %o', (difference, reason) => {
  const other = { ...plain, ...difference, offerId: 'b' };
  expect(rankOffers([other, plain])[0]).toBe(plain);
  expect(explainBuyBox(plain, other)).toBe(reason);
});
