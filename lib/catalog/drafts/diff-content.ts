import type { ContentChange } from '../model';
import { optionsKeyOf, type ProductContent } from './content';

/** What is shown of a content, field by field, in words that need no key. */
export type ContentWords = {
  readonly category: (categoryId: string | null) => string;
  readonly attribute: (key: string, value: string | number | boolean) => { label: string; value: string };
  readonly options: (options: Readonly<Record<string, string>>) => string;
};

/**
 * How `after` differs from `before`, field by field; everything that is said, when there was nothing before. Pictures
 * are compared by looking at them.
 */
export function diffContent(
  before: ProductContent | null,
  after: ProductContent,
  words: ContentWords,
): ContentChange[] {
  const simple = (field: ContentChange['field'], of: (content: ProductContent) => string) =>
    change(field, '', before ? of(before) : '', of(after));
  return [
    simple('category', ({ categoryId }) => words.category(categoryId)),
    simple('title', ({ title }) => title),
    simple('brand', ({ brand }) => brand),
    simple('description', ({ description }) => description),
    simple('highlights', ({ highlights }) => highlights.join('\n')),
    ...diffAttributes(before?.attributes ?? {}, after.attributes, words),
    ...diffVariants(before?.variants ?? [], after.variants, words),
  ].filter((each) => each.before !== each.after);
}

function diffAttributes(
  before: ProductContent['attributes'],
  after: ProductContent['attributes'],
  words: ContentWords,
): ContentChange[] {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  const said = (attributes: ProductContent['attributes'], key: string) => {
    const value = attributes[key];
    return value === undefined ? null : words.attribute(key, value);
  };
  return keys.map((key) => {
    const [was, is] = [said(before, key), said(after, key)];
    return change('attribute', (is ?? was)?.label ?? key, was?.value ?? '', is?.value ?? '');
  });
}

function diffVariants(
  before: ProductContent['variants'],
  after: ProductContent['variants'],
  words: ContentWords,
): ContentChange[] {
  const keyed = (variants: ProductContent['variants']) =>
    new Map(variants.map((variant) => [optionsKeyOf(variant.options), variant]));
  const [was, is] = [keyed(before), keyed(after)];
  return [...new Set([...was.keys(), ...is.keys()])].map((key) => {
    const describe = (variant: ProductContent['variants'][number] | undefined) =>
      variant ? [words.options(variant.options), variant.gtin].filter(Boolean).join(' · ') || '1' : '';
    return change('variant', '', describe(was.get(key)), describe(is.get(key)));
  });
}

function change(field: ContentChange['field'], label: string, before: string, after: string): ContentChange {
  return { field, label, before, after };
}
