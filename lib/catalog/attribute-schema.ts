import { z } from 'zod';

/**
 * What products of a category say about themselves. Kept in `category_schemas`, a version at a time; a
 * category without one of its own has its nearest ancestor's.
 */
const choice = z.object({
  value: z.string().min(1).max(80),
  label: z.string().min(1).max(80),
  hex: z
    .string()
    .regex(/^#[0-9a-f]{6}$/)
    .optional(),
});

const attribute = z.object({
  /** The same key means the same thing in every category. */
  key: z.string().regex(/^[a-z][a-z0-9_]{0,39}$/),
  label: z.string().min(1).max(60),
  type: z.enum(['text', 'number', 'boolean', 'choice']),
  /** Shown after numbers. */
  unit: z.string().max(12).optional(),
  /** In the order they are offered; required for, and only for, `choice`. */
  choices: z.array(choice).min(1).optional(),
  /** Lists can be narrowed by it. */
  facet: z.boolean().default(false),
  /** Variants differ in it. */
  axis: z.boolean().default(false),
  /** Nothing is published without it. */
  required: z.boolean().default(false),
});

export const attributeSchema = z
  .object({ attributes: z.array(attribute).max(80) })
  .refine(({ attributes }) => new Set(attributes.map(({ key }) => key)).size === attributes.length, {
    message: 'Every key is defined once',
  })
  .refine(
    ({ attributes }) => attributes.every(({ type, choices }) => (type === 'choice') === Boolean(choices)),
    { message: 'Choices belong to attributes of type choice' },
  );

/** Attributes in the order pages show them. */
export type AttributeSchema = z.infer<typeof attributeSchema>;
export type AttributeDefinition = AttributeSchema['attributes'][number];

export type AttributeValue = string | number | boolean;
export type Attributes = Readonly<Record<string, AttributeValue>>;

export type AttributeProblem = {
  readonly key: string;
  readonly problem: 'unknown' | 'wrong_type' | 'not_a_choice';
};

/** What of `attributes` the schema does not allow; empty when they may be published as they are. */
export function checkAttributes(schema: AttributeSchema, attributes: Attributes): AttributeProblem[] {
  const definitions = new Map(schema.attributes.map((definition) => [definition.key, definition]));
  return Object.entries(attributes).flatMap(([key, value]): AttributeProblem[] => {
    const definition = definitions.get(key);
    if (!definition) return [{ key, problem: 'unknown' }];
    const problem = problemOf(definition, value);
    return problem ? [{ key, problem }] : [];
  });
}

function problemOf(
  definition: AttributeDefinition,
  value: AttributeValue,
): AttributeProblem['problem'] | null {
  const expected = definition.type === 'choice' || definition.type === 'text' ? 'string' : definition.type;
  if (typeof value !== expected) return 'wrong_type';
  const { choices } = definition;
  return choices && !choices.some((offered) => offered.value === value) ? 'not_a_choice' : null;
}

/** A value in words: a choice's label, a number with its unit, yes or no as the caller says them. */
export function describeValue(
  definition: AttributeDefinition,
  value: AttributeValue,
  words: { readonly yes: string; readonly no: string },
): string {
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  const label = definition.choices?.find((offered) => offered.value === value)?.label ?? String(value);
  return definition.unit ? `${label} ${definition.unit}` : label;
}

/** The colour of a choice, when it is one. */
export function hexOf(definition: AttributeDefinition | undefined, value: AttributeValue): string | null {
  return definition?.choices?.find((offered) => offered.value === value)?.hex ?? null;
}
