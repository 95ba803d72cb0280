import { newId } from '@/lib/kernel/ids';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import type { AttributeDefinition, AttributeSchema, Attributes, AttributeValue } from '../attribute-schema';
import { CONTENT_LIMITS, optionsKeyOf, type ContentVariant, type ProductContent } from './content';

const LONGEST_TEXT = 300;

/**
 * Attributes as they were typed, by the schema. What is left empty is taken away; what the schema does not know stays
 * as it was. Refuses the first that is not of its type, with its field.
 */
export function readAttributes(
  schema: AttributeSchema,
  before: Attributes,
  typed: Readonly<Record<string, string>>,
): Result<Record<string, AttributeValue>, 'attribute_wrong'> {
  const attributes: Record<string, AttributeValue> = { ...before };
  for (const definition of schema.attributes) {
    const { key, label } = definition;
    const text = typed[key]?.trim();
    if (text === undefined) continue;
    delete attributes[key];
    if (text === '') continue;
    const value = readValue(definition, text);
    if (value === null) return refuse('attribute_wrong', { field: `attributes.${key}`, label });
    attributes[key] = value;
  }
  return ok(attributes);
}

function readValue({ type, choices }: AttributeDefinition, text: string): AttributeValue | null {
  switch (type) {
    case 'number': {
      const number = /^-?\d{1,12}([.,]\d{1,6})?$/.test(text) ? Number(text.replace(',', '.')) : NaN;
      return Number.isFinite(number) ? number : null;
    }
    case 'boolean':
      return text === 'true' ? true : text === 'false' ? false : null;
    case 'choice':
      return choices?.find(({ value }) => value === text)?.value ?? null;
    case 'text':
      return text.length <= LONGEST_TEXT ? text : null;
  }
}

export type WantedOption = { readonly key: string; readonly values: readonly string[] };

/**
 * The variants of every combination of the options' values; one without options when there are none. A combination
 * that was there before stays the variant it was, with its barcode. A value the schema offers is taken as it offers it,
 * however it was typed. Refuses more variants than a product may have.
 */
export function arrangeVariants(
  schema: AttributeSchema,
  before: ProductContent['variants'],
  typed: readonly WantedOption[],
): Result<ContentVariant[], 'too_many_variants'> {
  const options = typed.map(({ key, values }) => ({
    key,
    values: [...new Set(values.map((value) => choiceOf(schema, key, value)))],
  }));
  const count = options.reduce((product, { values }) => product * values.length, 1);
  if (count > CONTENT_LIMITS.variants) {
    return refuse('too_many_variants', { count, limit: CONTENT_LIMITS.variants });
  }
  const known = new Map(before.map((variant) => [optionsKeyOf(variant.options), variant]));
  const combinations = options.reduce<Record<string, string>[]>(
    (made, { key, values }) => made.flatMap((each) => values.map((value) => ({ ...each, [key]: value }))),
    [{}],
  );
  return ok(
    combinations.map(
      (combination) =>
        known.get(optionsKeyOf(combination)) ?? { variantId: newId(), options: combination, gtin: '' },
    ),
  );
}

/** A value as the schema offers it, by its value or its label in any case; as it was typed when it offers none such. */
export function choiceOf(schema: AttributeSchema, key: string, typed: string): string {
  const offered = schema.attributes.find((known) => known.key === key)?.choices ?? [];
  const same = (text: string) => text.toLowerCase() === typed.toLowerCase();
  return offered.find(({ value, label }) => same(value) || same(label))?.value ?? typed;
}
