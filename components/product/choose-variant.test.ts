import { expect, test } from 'vitest';
import { chooseVariant, stateOf } from './choose-variant';
import type { OfferView, VariantView } from './present-product';

function variant(variantId: string, choice: Record<string, string>, most = 5): VariantView {
  return { variantId, choice, pictureIndex: 0, others: null, offers: [{ most } as OfferView] };
}

const redS = variant('red-s', { colour: 'red', size: 's' });
const redM = variant('red-m', { colour: 'red', size: 'm' }, 0);
const blueM = variant('blue-m', { colour: 'blue', size: 'm' });
const greenL = variant('green-l', { colour: 'green', size: 'l' }, 0);
const greenXl = variant('green-xl', { colour: 'green', size: 'xl' });
const all = [redS, redM, blueM, greenL, greenXl];

test('a value is judged together with the rest of the choice', () => {
  expect(stateOf(all, redS.choice, 'size', 'm')).toBe('sold_out');
  expect(stateOf(all, redS.choice, 'colour', 'red')).toBe('available');
  expect(stateOf(all, redS.choice, 'colour', 'blue')).toBe('absent');
});

test('a combination that exists is shown, sold out or not', () => {
  expect(chooseVariant(all, redS, 'size', 'm')).toBe(redM);
});

test('a combination that does not exist gives way in the other options, to one that can be bought', () => {
  expect(chooseVariant(all, redS, 'colour', 'blue')).toBe(blueM);
  expect(chooseVariant(all, redS, 'colour', 'green')).toBe(greenXl);
});

test('a value no variant has changes nothing', () => {
  expect(chooseVariant(all, redS, 'colour', 'pink')).toBe(redS);
});
