import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  LISTING_SORTS,
  countFilters,
  listingSearch,
  parseListingQuery,
  toggleChoice,
  type ListingQuery,
} from './listing-query';

function parametersOf(search: string): Record<string, string[]> {
  const parameters: Record<string, string[]> = {};
  for (const [key, value] of new URLSearchParams(search)) (parameters[key] ??= []).push(value);
  return parameters;
}

/** Payable in every currency: no price is anything else. */
const amount = fc.option(
  fc.integer({ min: 0, max: 1_000_000 }).map((tens) => tens * 10),
  { nil: null },
);
const query: fc.Arbitrary<ListingQuery> = fc.record({
  text: fc.constantFrom('', 'desk lamp', 'café & co?', '50% off'),
  categoryPath: fc.constantFrom(null, 'home', 'home/kitchen-tools'),
  sellerSlug: fc.constant(null),
  filter: fc.record({
    choices: fc.dictionary(
      fc.constantFrom('brand', 'colour', 'screen_size'),
      fc
        .uniqueArray(fc.constantFrom('Aalto', 'Søren & Co', '10"', 'a=b'), { minLength: 1 })
        .map((v) => v.sort()),
      { noNullPrototype: true },
    ),
    minPriceMinor: amount,
    maxPriceMinor: amount,
    minStars: fc.constantFrom(null, 1, 2, 3, 4),
    inStock: fc.boolean(),
    onSale: fc.boolean(),
  }),
  sort: fc.constantFrom(...LISTING_SORTS),
  cursor: fc.constantFrom(null, 'eyJhIjoxfQ'),
});

test('an address says everything a query asks, in any currency', () => {
  fc.assert(
    fc.property(query, fc.constantFrom('EUR' as const, 'JPY' as const, 'KWD' as const), (asked, currency) => {
      const address = listingSearch(asked, currency);
      expect(parseListingQuery(parametersOf(address), currency)).toEqual(asked);
    }),
  );
});

test('the same question has one address, whatever the order it was asked in', () => {
  const one = parseListingQuery({ f: ['colour.Red', 'colour.Blue', 'brand.Iris'], q: 'cup' }, 'EUR');
  const other = parseListingQuery(
    { q: ' cup ', f: ['colour.Blue', 'brand.Iris', 'colour.Red', 'colour.Red'] },
    'EUR',
  );
  expect(listingSearch(one, 'EUR')).toBe(listingSearch(other, 'EUR'));
});

test('malformed parameters are left out', () => {
  const parsed = parseListingQuery(
    {
      min: '-5',
      max: '1e9',
      stars: '99',
      sort: 'DROP',
      __proto__x: 'a',
      'A B': 'c',
      in: '../etc',
      stock: 'yes',
    },
    'EUR',
  );
  expect(listingSearch(parsed, 'EUR')).toBe('');
});

test('an address cannot ask for more choices than a page can show', () => {
  const many = Array.from({ length: 500 }, (_, index) => `brand.b${index}`);
  expect(countFilters(parseListingQuery({ f: many }, 'EUR').filter)).toBe(40);
});

test('choosing the same value twice leaves nothing chosen and starts the list over', () => {
  const start = parseListingQuery({ after: 'xyz' }, 'EUR');
  const chosen = toggleChoice(start, 'brand', 'Iris');
  expect(chosen.cursor).toBeNull();
  expect(countFilters(chosen.filter)).toBe(1);
  expect(listingSearch(toggleChoice(chosen, 'brand', 'Iris'), 'EUR')).toBe('');
});
