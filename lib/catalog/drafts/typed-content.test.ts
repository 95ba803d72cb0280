import { describe, expect, it } from 'vitest';
import { newId } from '@/lib/kernel/ids';
import { attributeSchema } from '../attribute-schema';
import { CONTENT_LIMITS } from './content';
import { arrangeVariants, readAttributes } from './typed-content';

const schema = attributeSchema.parse({
  attributes: [
    { key: 'weight', label: 'Weight', type: 'number', unit: 'g' },
    { key: 'organic', label: 'Organic', type: 'boolean' },
    { key: 'fabric', label: 'Fabric', type: 'text' },
    {
      key: 'colour',
      label: 'Colour',
      type: 'choice',
      choices: [{ value: 'sage', label: 'Sage green' }],
      axis: true,
    },
  ],
});

describe('attributes as they were typed', () => {
  it('become values of their types; what is emptied goes, what is unknown stays', () => {
    const typed = { weight: '1,5', organic: 'false', fabric: ' Wool ', colour: '' };
    expect(readAttributes(schema, { colour: 'sage', imported: 'yes' }, typed)).toEqual({
      ok: true,
      value: { weight: 1.5, organic: false, fabric: 'Wool', imported: 'yes' },
    });
  });

  it.each([
    ['weight', 'heavy'],
    ['weight', 'NaN'],
    ['weight', 'Infinity'],
    ['weight', '1e9'],
    ['weight', '9'.repeat(50)],
    ['organic', 'maybe'],
    ['colour', 'mauve'],
    ['fabric', 'x'.repeat(301)],
  ])('%s of %j is refused beside its field', (key, text) => {
    expect(readAttributes(schema, {}, { [key]: text })).toMatchObject({
      error: 'attribute_wrong',
      detail: { field: `attributes.${key}` },
    });
  });
});

describe('variants arranged from options', () => {
  const options = (values: Record<string, string[]>) =>
    Object.entries(values).map(([key, each]) => ({ key, values: each }));
  const arranged = (...args: Parameters<typeof arrangeVariants>) => {
    const result = arrangeVariants(...args);
    if (!result.ok) throw new Error(result.error);
    return result.value;
  };

  it('are every combination once, values as the schema offers them however they were typed', () => {
    const made = arranged(schema, [], options({ colour: ['SAGE GREEN', 'sage', 'Sand'], size: ['S', 'M'] }));
    expect(made.map((variant) => variant.options)).toEqual([
      { colour: 'sage', size: 'S' },
      { colour: 'sage', size: 'M' },
      { colour: 'Sand', size: 'S' },
      { colour: 'Sand', size: 'M' },
    ]);
    expect(new Set(made.map(({ variantId }) => variantId)).size).toBe(4);
  });

  it('stay who they were, with their barcodes, when a value is added', () => {
    const before = [{ variantId: newId(), options: { size: 'S' }, gtin: '4006381333931' }];
    expect(arranged(schema, before, options({ size: ['S', 'M'] }))).toMatchObject([
      before[0],
      { options: { size: 'M' } },
    ]);
    expect(arranged(schema, before, [])).toMatchObject([{ options: {} }]);
  });

  it('are refused when they are too many', () => {
    const many = Array.from({ length: 11 }, (_, index) => String(index));
    expect(arrangeVariants(schema, [], options({ size: many, pack: many }))).toMatchObject({
      error: 'too_many_variants',
      detail: { count: 121, limit: CONTENT_LIMITS.variants },
    });
  });
});
