import { hexOf, type AttributeDefinition, type AttributeSchema } from './attribute-schema';
import { labelOfKey } from './describe-attributes';
import type { OptionValue, ProductOption } from './model';

type Choice = Readonly<Record<string, string>>;

/**
 * The axes a product's variants differ in, in the schema's order, each with the values that occur: in the
 * schema's order where it lists choices, else as the variants come.
 */
export function describeOptions(schema: AttributeSchema, choices: readonly Choice[]): ProductOption[] {
  const keys = [...new Set(choices.flatMap((choice) => Object.keys(choice)))];
  const place = (key: string) => schema.attributes.findIndex((definition) => definition.key === key) >>> 0;
  return keys
    .sort((one, other) => place(one) - place(other))
    .map((key) => {
      const definition = schema.attributes.find((known) => known.key === key);
      return {
        key,
        label: definition?.label ?? labelOfKey(key),
        values: valuesOf(key, definition, choices),
      };
    });
}

function valuesOf(
  key: string,
  definition: AttributeDefinition | undefined,
  choices: readonly Choice[],
): OptionValue[] {
  const occurring = [...new Set(choices.flatMap((choice) => choice[key] ?? []))];
  const offered = definition?.choices ?? [];
  const place = (value: string) => offered.findIndex((choice) => choice.value === value) >>> 0;
  return occurring
    .sort((one, other) => place(one) - place(other))
    .map((value) => ({
      value,
      label: offered.find((choice) => choice.value === value)?.label ?? value,
      hex: hexOf(definition, value),
    }));
}
