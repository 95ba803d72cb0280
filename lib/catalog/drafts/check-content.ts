import { checkAttributes, type AttributeSchema } from '../attribute-schema';
import { parseGtin } from '../gtin';
import type { ContentProblem } from '../model';
import { optionsKeyOf, type ProductContent } from './content';

const SHORTEST_TITLE = 3;
const SHORTEST_DESCRIPTION = 20;

/** What of the content must change before it can be published, in the order of the steps; empty when nothing. */
export function checkContent(content: ProductContent, schema: AttributeSchema): ContentProblem[] {
  return [...checkBasics(content), ...checkDetails(content, schema), ...checkVariants(content)];
}

function checkBasics({ categoryId, title, description }: ProductContent): ContentProblem[] {
  return [
    ...(categoryId === null ? [problem('basics', 'no_category')] : []),
    ...(title.length < SHORTEST_TITLE ? [problem('basics', 'no_title')] : []),
    ...(description.length < SHORTEST_DESCRIPTION ? [problem('basics', 'no_description')] : []),
  ];
}

function checkDetails({ attributes, variants }: ProductContent, schema: AttributeSchema): ContentProblem[] {
  const labelOf = (key: string) => schema.attributes.find((known) => known.key === key)?.label ?? key;
  const missing = schema.attributes.filter(
    ({ key, required, axis }) =>
      required && attributes[key] === undefined && !(axis && variants.every(({ options }) => key in options)),
  );
  return [
    ...missing.map(({ label }) => problem('details', 'attribute_missing', label)),
    // What the schema does not know says nothing wrong: a category may have changed since.
    ...checkAttributes(schema, attributes)
      .filter(({ problem: kind }) => kind !== 'unknown')
      .map(({ key }) => problem('details', 'attribute_wrong', labelOf(key))),
  ];
}

function checkVariants({ variants }: ProductContent): ContentProblem[] {
  const gtins = variants.map(({ gtin }) => gtin).filter((gtin) => gtin !== '');
  const keys = variants.map(({ options }) => optionsKeyOf(options));
  const axes = new Set(variants.map(({ options }) => Object.keys(options).toSorted().join()));
  return [
    ...gtins
      .filter((gtin) => parseGtin(gtin) === null)
      .map((gtin) => problem('variants', 'gtin_invalid', gtin)),
    ...repeated(gtins.map((gtin) => parseGtin(gtin) ?? gtin)).map((gtin) =>
      problem('variants', 'gtin_twice', gtin),
    ),
    ...(repeated(keys).length > 0 || axes.size > 1 ? [problem('variants', 'variant_twice')] : []),
  ];
}

function repeated(values: readonly string[]): string[] {
  return [...new Set(values.filter((value, index) => values.indexOf(value) !== index))];
}

function problem(step: ContentProblem['step'], kind: ContentProblem['kind'], about = ''): ContentProblem {
  return { step, kind, about };
}
