import { sql } from 'drizzle-orm';
import { categoryName, hexOf, type AttributeDefinition, type AttributeSchema } from '@/lib/catalog';
import { isLocale, DEFAULT_LOCALE, translator } from '@/lib/i18n';
import { groupBy } from '@/lib/kernel/group-by';
import type { ShownIn } from '@/lib/kernel/market';
import type { Executor } from '@/lib/platform/database';
import { jsonRows, uuidArray } from '@/lib/platform/sql-values';
import type { CategoryFacet, ChoiceFacet, Facet, FacetChoice } from '../model';
import type { Counts, ValueCount } from './count-facets';
import type { Question } from './question';

/** A facet with one value narrows nothing, unless it is the chosen one. */
const WORTH_CHOOSING = 2;

/**
 * Counts as facets in words, in the order they are shown: where, price, stars, stock, sale, the category's
 * attributes, brand, seller. What would narrow nothing is left out.
 */
export async function toFacets(
  db: Executor,
  question: Question,
  schema: AttributeSchema,
  counts: Counts,
  shownIn: ShownIn,
): Promise<Facet[]> {
  const t = translator(isLocale(shownIn.locale) ? shownIn.locale : DEFAULT_LOCALE, 'attributes');
  const byKey = groupBy(counts.values, ({ key }) => key);
  const chosen = new Map(
    Object.entries(question.filter.choices).map(([key, values]) => [key, new Set<string>(values)]),
  );
  const [categories, brands, sellers] = await Promise.all([
    categoryFacet(db, question, byKey.get('category') ?? [], shownIn),
    namesOf(db, 'brands', byKey.get('brand') ?? []),
    namesOf(db, 'sellers', byKey.get('seller') ?? []),
  ]);
  const attributes = schema.attributes.flatMap((definition) =>
    definition.facet
      ? choiceFacet(definition.key, definition.label, byKey, chosen, describer(definition, t))
      : [],
  );
  return [
    ...categories,
    ...priceFacet(counts, shownIn),
    ...ratingFacet(counts, question),
    ...flagFacets(counts, question),
    ...attributes,
    ...choiceFacet('brand', t('brand'), byKey, chosen, nameDescriber(brands)),
    ...choiceFacet('seller', t('seller'), byKey, chosen, nameDescriber(sellers)),
  ];
}

type Describe = (value: string) => { readonly label: string; readonly hex: string | null };

function describer(definition: AttributeDefinition, t: (key: 'yes' | 'no') => string): Describe {
  return (value) => {
    if (definition.type === 'boolean') return { label: value === 'true' ? t('yes') : t('no'), hex: null };
    const label = definition.choices?.find((choice) => choice.value === value)?.label ?? value;
    return {
      label: definition.unit ? `${label} ${definition.unit}` : label,
      hex: hexOf(definition, value),
    };
  };
}

function nameDescriber(names: ReadonlyMap<string, string>): Describe {
  return (value) => ({ label: names.get(value) ?? value, hex: null });
}

function choiceFacet(
  key: string,
  label: string,
  byKey: ReadonlyMap<string, readonly ValueCount[]>,
  chosen: ReadonlyMap<string, ReadonlySet<string>>,
  describe: Describe,
): ChoiceFacet[] {
  const counted = byKey.get(key) ?? [];
  const missing = [...(chosen.get(key) ?? [])].filter(
    (value) => !counted.some((each) => each.value === value),
  );
  if (counted.length + missing.length < WORTH_CHOOSING && !chosen.has(key)) return [];
  const choices: FacetChoice[] = [
    ...counted.map(({ value, count }) => ({ value, count, ...describe(value) })),
    ...missing.map((value) => ({ value, count: 0, ...describe(value) })),
  ];
  return [{ kind: 'choice', key, label, choices }];
}

function priceFacet({ prices }: Counts, { currency }: ShownIn): Facet[] {
  const first = prices[0];
  const last = prices.at(-1);
  if (!first || !last) return [];
  return [{ kind: 'price', currency, minMinor: first.fromMinor, maxMinor: last.toMinor, buckets: prices }];
}

function ratingFacet({ stars }: Counts, { filter }: Question): Facet[] {
  if (stars[3] === 0 && filter.minStars === null) return [];
  return [{ kind: 'rating', steps: stars.map((count, index) => ({ stars: 4 - index, count })) }];
}

function flagFacets({ inStock, onSale, total }: Counts, { filter }: Question): Facet[] {
  const facets: Facet[] = [];
  if (filter.inStock || (inStock > 0 && inStock < total)) {
    facets.push({ kind: 'flag', key: 'inStock', count: inStock });
  }
  if (filter.onSale || onSale > 0) facets.push({ kind: 'flag', key: 'onSale', count: onSale });
  return facets;
}

/** One level down from where the question stands: departments, or the children of its category. */
async function categoryFacet(
  db: Executor,
  { categoryId }: Question,
  counts: readonly ValueCount[],
  { locale }: ShownIn,
): Promise<CategoryFacet[]> {
  if (counts.length === 0) return [];
  const rows = await db.execute<{ id: string; name: string; path: string }>(sql`
    select c.id, ${categoryName(sql`c`, locale)} as name, c.path from categories c
    where c.id = any(${uuidArray(counts.map(({ value }) => value))})
      and c.parent_id is not distinct from (select id from categories where id = ${categoryId}::uuid)`);
  const named = new Map(rows.map((row) => [row.id, row]));
  const categories = counts.flatMap(({ value, count }) => {
    const category = named.get(value);
    return category ? [{ name: category.name, path: category.path, count }] : [];
  });
  return categories.length === 0 ? [] : [{ kind: 'category', categories }];
}

async function namesOf(
  db: Executor,
  table: 'brands' | 'sellers',
  counts: readonly ValueCount[],
): Promise<ReadonlyMap<string, string>> {
  if (counts.length === 0) return new Map();
  const rows = await db.execute<{ slug: string; name: string }>(sql`
    select slug, name from ${sql.identifier(table)}
    where slug in (select jsonb_array_elements_text(${jsonRows(counts.map(({ value }) => value))}))`);
  return new Map(rows.map(({ slug, name }) => [slug, name]));
}
