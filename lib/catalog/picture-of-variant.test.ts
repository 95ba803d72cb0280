import { expect, test } from 'vitest';
import type { ProductOption } from './model';
import { pictureOfVariant } from './picture-of-variant';

const variant = (colour: string, size: string) => ({ id: `${colour}-${size}`, options: { size, colour } });
const option = (key: string, hex: string | null): ProductOption => ({
  key,
  label: key,
  values: [{ value: 'any', label: 'any', hex }],
});

const variants = ['red', 'blue', 'green'].flatMap((colour) => [variant(colour, 's'), variant(colour, 'm')]);
const options = [option('size', null), option('colour', '#cc3344')];
const pictureOf = (colour: string, size: string, pictured: readonly (string | null)[]) =>
  pictureOfVariant(variant(colour, size), variants, options, pictured);

test('every size of a colour has the colour’s picture', () => {
  const pictured = [null, 'red-s', 'red-s', 'blue-s'];
  expect(pictureOf('red', 's', pictured)).toBe(1);
  expect(pictureOf('red', 'm', pictured)).toBe(1);
  expect(pictureOf('blue', 'm', pictured)).toBe(3);
});

test('so it is when the pictured variants happen to differ in size, too', () => {
  expect(pictureOf('red', 'm', ['red-s', 'blue-m'])).toBe(0);
  expect(pictureOf('blue', 's', ['red-s', 'blue-m'])).toBe(1);
});

test('a picture of its own comes first', () => {
  expect(pictureOf('red', 'm', ['red-s', 'red-m', 'blue-s'])).toBe(1);
});

test('a colour without a picture has the product’s first, not another colour’s', () => {
  expect(pictureOf('green', 's', [null, 'red-s', 'blue-s'])).toBe(0);
});

test('pictures of no variant show them all', () => {
  expect(pictureOf('green', 's', [null, null])).toBe(0);
  expect(pictureOf('green', 's', [])).toBe(0);
});
