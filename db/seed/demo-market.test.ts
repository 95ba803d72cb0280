import { describe, expect, test } from 'vitest';
import { attributeSchema, checkAttributes } from '@/lib/catalog';
import { hasIcon } from './artwork/icons';
import { parseArtworkSource, artworkSource, plannedPicture } from './artwork/recipe';
import { canBeDyed, SETTINGS } from './artwork/settings';
import { DEPARTMENTS } from './demo-data/departments';
import type { AttributeSeed, CategorySeed } from './demo-data/product-type';
import { SELLERS } from './demo-data/sellers';
import { gtinCheckDigit } from './market/gtin';
import { makeProducts } from './market/make-products';
import { reviewsOf } from './write/write-reviews';
import type { Buyer } from './write/write-people';

const products = makeProducts(700);
const now = new Date('2026-03-01T12:00:00Z');

/** What a category says about its products: its own attributes and those above it. */
function schemasOf(
  category: CategorySeed,
  path: string,
  above: readonly AttributeSeed[],
): [string, AttributeSeed[]][] {
  const own = [...above, ...(category.attributes ?? [])];
  const children = (category.children ?? []).flatMap((child) =>
    schemasOf(child, `${path}/${child.slug}`, own),
  );
  return [[path, own], ...children];
}

describe('the demo market', () => {
  test('is the same every time', () => {
    expect(makeProducts(60)).toEqual(products.slice(0, 60));
  });

  test('has departments, shops and products enough, none of them twice', () => {
    expect(DEPARTMENTS.length).toBeGreaterThanOrEqual(12);
    expect(SELLERS.length).toBeGreaterThanOrEqual(25);
    expect(new Set(products.map(({ slug }) => slug)).size).toBe(products.length);
    expect(new Set(products.map(({ title }) => title)).size).toBe(products.length);
  });

  test('gives every choice a barcode of its own with a valid check digit', () => {
    const gtins = products.flatMap(({ variants }) => variants.map(({ gtin }) => gtin));
    expect(new Set(gtins).size).toBe(gtins.length);
    for (const gtin of gtins) {
      expect(gtin).toMatch(/^\d{13}$/);
      expect(gtinCheckDigit(gtin.slice(0, -1))).toBe(Number(gtin.at(-1)));
    }
    // GS1's own example.
    expect(gtinCheckDigit('629104150021')).toBe(3);
  });

  test('describes products only as their category allows', () => {
    const schemas = new Map(DEPARTMENTS.flatMap((department) => schemasOf(department, department.slug, [])));
    for (const { category, attributes, variants } of products) {
      const latest = new Map(schemas.get(category)?.map((attribute) => [attribute.key, attribute]));
      const schema = attributeSchema.parse({ attributes: [...latest.values()] });
      expect(checkAttributes(schema, attributes)).toEqual([]);
      for (const { options } of variants) expect(checkAttributes(schema, options)).toEqual([]);
    }
  });

  test('asks honest prices: positive, in cents, and a sale is below what it was', () => {
    for (const { priceMinor, compareAtMinor } of products.flatMap(({ offers }) => offers)) {
      for (const currency of ['EUR', 'USD'] as const) {
        expect(Number.isSafeInteger(priceMinor[currency]) && priceMinor[currency] > 0).toBe(true);
        if (compareAtMinor) expect(compareAtMinor[currency]).toBeGreaterThan(priceMinor[currency]);
      }
    }
  });

  test('has plenty of most things, few of some and none of a few', () => {
    const stock = products.flatMap(({ offers }) => offers.map(({ onHand }) => onHand));
    const share = (of: (onHand: number) => boolean) => stock.filter(of).length / stock.length;
    expect(share((onHand) => onHand === 0)).toBeGreaterThan(0.02);
    expect(share((onHand) => onHand === 0)).toBeLessThan(0.15);
    expect(share((onHand) => onHand > 0 && onHand <= 5)).toBeGreaterThan(0.05);
  });
});

describe('demo reviews', () => {
  const buyers = Array.from(
    { length: 80 },
    (_, index) => ({ name: `Buyer ${index}`, customerId: `c${index}` }) as Buyer,
  );
  const reviews = products.map((product) => reviewsOf(product, buyers, now));

  test('are mostly good, seldom bad, and of every number of stars', () => {
    const all = reviews.flat();
    const share = (stars: number) => all.filter(({ rating }) => rating === stars).length / all.length;
    expect(share(5)).toBeGreaterThan(0.4);
    expect(share(5)).toBeLessThan(0.8);
    for (const stars of [1, 2, 3, 4]) expect(share(stars)).toBeGreaterThan(0.01);
    expect(share(1) + share(2)).toBeLessThan(0.2);
    expect(reviews.some((ofProduct) => ofProduct.length === 0)).toBe(true);
  });

  test('hardly ever say the same twice of one product', () => {
    const repeated = reviews.map(
      (ofProduct) => ofProduct.length - new Set(ofProduct.map(({ body }) => body)).size,
    );
    expect(repeated.reduce((sum, count) => sum + count, 0) / reviews.flat().length).toBeLessThan(0.02);
  });
});

describe('demo pictures', () => {
  test('have a drawing for everything: each model its own', () => {
    const missing = [
      ...DEPARTMENTS.flatMap(({ icon, types }) => [icon, ...types.flatMap(({ icons }) => icons)]),
      ...SELLERS.map(({ icon }) => icon),
      ...Object.values(SETTINGS).flatMap(({ props }) => props),
    ].filter((icon) => !hasIcon(icon));
    expect(missing).toEqual([]);
    for (const { types } of DEPARTMENTS) {
      for (const type of types)
        expect([type.category, type.icons.length]).toEqual([type.category, type.models.length]);
    }
    expect(canBeDyed('wine-glass')).toBe(false);
  });

  test('are two to eight of each product, and can be drawn from their source alone', () => {
    for (const { pictures } of products) {
      expect(pictures.length).toBeGreaterThanOrEqual(2);
      expect(pictures.length).toBeLessThanOrEqual(8);
      for (const { recipe } of pictures) {
        const read = parseArtworkSource(artworkSource(recipe));
        expect(read && plannedPicture(read)).toEqual(plannedPicture(recipe));
      }
    }
    expect(parseArtworkSource('https://elsewhere.example/picture.jpg')).toBeNull();
  });
});
