import { translator, isLocale, DEFAULT_LOCALE } from '@/lib/i18n';
import { describeValue, type AttributeSchema, type Attributes } from './attribute-schema';
import type { ProductAttribute } from './model';

/**
 * A product's attributes in words: those of the schema in its order, then what an import knew besides, by
 * the words of its key.
 */
export function describeAttributes(
  schema: AttributeSchema,
  attributes: Attributes,
  locale: string,
): ProductAttribute[] {
  const t = translator(isLocale(locale) ? locale : DEFAULT_LOCALE, 'attributes');
  const words = { yes: t('yes'), no: t('no') };
  const known = schema.attributes.flatMap((definition) => {
    const value = attributes[definition.key];
    return value === undefined
      ? []
      : [{ label: definition.label, value: describeValue(definition, value, words) }];
  });
  const keys = new Set(schema.attributes.map(({ key }) => key));
  const others = Object.entries(attributes)
    .filter(([key]) => !keys.has(key))
    .map(([key, value]) => ({
      label: labelOfKey(key),
      value: typeof value === 'boolean' ? (value ? words.yes : words.no) : String(value),
    }));
  return [...known, ...others];
}

/** `cable_length` is read `Cable length`. */
export function labelOfKey(key: string): string {
  const words = key.replace(/_+/g, ' ').trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
