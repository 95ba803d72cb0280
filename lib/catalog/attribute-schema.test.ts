import { expect, test } from 'vitest';
import { attributeSchema, checkAttributes, describeValue } from './attribute-schema';

const schema = attributeSchema.parse({
  attributes: [
    {
      key: 'colour',
      label: 'Colour',
      type: 'choice',
      choices: [{ value: 'sage', label: 'Sage', hex: '#9caf88' }],
      facet: true,
      axis: true,
    },
    { key: 'screen_size', label: 'Screen', type: 'number', unit: 'in', facet: true },
    { key: 'foldable', label: 'Foldable', type: 'boolean' },
  ],
});

test('attributes of the right keys, types and choices are allowed', () => {
  expect(checkAttributes(schema, { colour: 'sage', screen_size: 13.3, foldable: false })).toEqual([]);
});

test('each thing a schema does not allow is named', () => {
  expect(checkAttributes(schema, { colour: 'mud', screen_size: '13', weight: 2 })).toEqual([
    { key: 'colour', problem: 'not_a_choice' },
    { key: 'screen_size', problem: 'wrong_type' },
    { key: 'weight', problem: 'unknown' },
  ]);
});

test('a key cannot be defined twice, and choices belong to choice attributes', () => {
  const text = { key: 'a', label: 'A', type: 'text' };
  expect(attributeSchema.safeParse({ attributes: [text, text] }).success).toBe(false);
  expect(attributeSchema.safeParse({ attributes: [{ ...text, type: 'choice' }] }).success).toBe(false);
});

test('values are described by label, unit and words', () => {
  const words = { yes: 'Yes', no: 'No' };
  const [colour, screen, foldable] = schema.attributes;
  expect(describeValue(colour!, 'sage', words)).toBe('Sage');
  expect(describeValue(screen!, 13.3, words)).toBe('13.3 in');
  expect(describeValue(foldable!, false, words)).toBe('No');
});
