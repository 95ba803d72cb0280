import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseGtin } from '../gtin';
import { mapRow } from './map-row';
import { importMapping } from './mapping';

const mapping = importMapping.parse({
  name: 'things',
  format: 'jsonl',
  product: {
    key: 'id',
    title: 'title',
    attributes: { prefixes: ['attr_t_', 'attr_n_'], fields: { attr_t_cable_colour: 'colour' } },
  },
  category: {
    kind: 'infer',
    fields: ['path', 'title'],
    departments: { field: 'path', paths: { Electronics: 'electronics' } },
    otherwise: 'home',
  },
  offer: {
    seller: { name: 'A shop', slug: 'a-shop', country: 'DE', handlingDays: 1, delivery: {} },
    stock: { kind: 'demo', min: 2, max: 5 },
    prices: [
      { kind: 'field', field: 'cents', unit: 'minor', currency: 'USD' },
      { kind: 'field', field: 'cents', unit: 'minor', currency: 'EUR', rateBasisPoints: 9200 },
    ],
  },
});

const map = (row: object) => mapRow(mapping, { id: '1', title: 'A thing', ...row });

test('attributes keep their values under the key a mapping gives them, known or not', () => {
  const { product } = map({ attr_t_cable_colour: 'Black', attr_n_length: 2.5, attr_t_UPPER: 'x', other: 1 });
  expect(product.attributes).toEqual({ colour: 'Black', length: 2.5 });
});

test('a price in another currency is the file’s at a fixed rate, rounded to the minor unit', () => {
  expect(map({ cents: 1099 }).offer.prices).toEqual([
    { currency: 'USD', priceMinor: 1099 },
    { currency: 'EUR', priceMinor: 1011 },
  ]);
});

test('the same row is always the same product at the same address with the same stock', () => {
  expect(map({ cents: 5 })).toEqual(map({ cents: 5 }));
  expect(map({}).product.slug).toMatch(/^a-thing-[0-9a-f]{8}$/);
  expect(map({ title: '电视' }).product.slug).toMatch(/^[0-9a-f]{8}$/);
});

describe('a category is inferred', () => {
  test.each([
    [{ title: 'Xerox 006R90321 toner cartridge Original Black' }, 'electronics/printing/toner'],
    [
      { title: 'Pack of 2', path: ['Electronics', 'Headphones, Earbuds & Accessories', 'Earbud Headphones'] },
      'electronics/audio/headphones',
    ],
    [{ title: 'Something else altogether', path: ['Electronics'] }, 'electronics'],
    [{ title: 'Something else altogether' }, 'home'],
  ])('%o', (row, path) => {
    expect(map(row).product.categoryPath).toBe(path);
  });
});

test('no row ends the import: it is mapped or refused with a reason', () => {
  fc.assert(
    fc.property(fc.object({ key: fc.constantFrom('id', 'title', 'cents', 'path', 'attr_t_a') }), (row) => {
      try {
        mapRow(mapping, row);
      } catch (error) {
        expect(error).toBeInstanceOf(RangeError);
      }
    }),
  );
});

test.each([
  ['4006381333931', '4006381333931'],
  ['40-0638 1333931', '4006381333931'],
  ['4006381333932', null],
  ['12', null],
  ['abc', null],
])('barcode %s is %s', (text, gtin) => {
  expect(parseGtin(text)).toBe(gtin);
});
