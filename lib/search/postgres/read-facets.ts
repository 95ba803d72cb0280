import type { ShownIn } from '@/lib/kernel/market';
import { getAttributeSchema, type AttributeSchema } from '@/lib/catalog';
import type { Executor } from '@/lib/platform/database';
import { EVERYTHING } from '../everything';
import type { Count, Facet } from '../model';
import { COUNTED, countFacets, type Counts } from './count-facets';
import { toFacets } from './describe-facets';
import type { Question } from './question';

export type FacetReading = { readonly total: Count; readonly facets: readonly Facet[] };

/**
 * The facets around a list and how long it is. Each facet is counted with every filter but its own, so that
 * another value can be chosen; that is one more statement for each facet that something is chosen of.
 */
export async function readFacets(db: Executor, question: Question, shownIn: ShownIn): Promise<FacetReading> {
  const schema = await schemaOf(db, question);
  const keys = ['brand', 'seller', 'category', ...schema.attributes.filter((a) => a.facet).map((a) => a.key)];
  const [all, ...without] = await Promise.all([
    countFacets(db, question, keys, shownIn),
    ...withoutEach(question).map(async ({ part, rest, key }) => ({
      part,
      counts: await countFacets(db, rest, key ? [key] : [], shownIn),
    })),
  ]);
  const merged = without.reduce((counts, each) => ({ ...counts, ...each.part(each.counts, counts) }), all);
  return {
    total: { value: Math.min(all.total, COUNTED), exact: all.total <= COUNTED },
    facets: await toFacets(db, question, schema, merged, shownIn),
  };
}

async function schemaOf(db: Executor, { categoryId }: Question): Promise<AttributeSchema> {
  return categoryId === EVERYTHING ? { attributes: [] } : getAttributeSchema(db, categoryId);
}

type Without = {
  /** The question without one of its filters. */
  readonly rest: Question;
  readonly key?: string;
  /** What of the counts to take from there. */
  part(counts: Counts, before: Counts): Partial<Counts>;
};

function withoutEach(question: Question): Without[] {
  const { filter, groups } = question;
  const without = (change: Partial<Question['filter']>): Question => ({
    ...question,
    filter: { ...filter, ...change },
  });
  const parts: Without[] = groups.map(({ key }) => ({
    key,
    rest: { ...question, groups: groups.filter((group) => group.key !== key) },
    part: (counts, before) => ({
      values: [
        ...before.values.filter((value) => value.key !== key),
        ...counts.values.filter((value) => value.key === key),
      ],
    }),
  }));
  if (filter.minPriceMinor !== null || filter.maxPriceMinor !== null) {
    parts.push({
      rest: without({ minPriceMinor: null, maxPriceMinor: null }),
      part: ({ prices }) => ({ prices }),
    });
  }
  if (filter.minStars !== null) {
    parts.push({ rest: without({ minStars: null }), part: ({ stars }) => ({ stars }) });
  }
  return parts;
}
