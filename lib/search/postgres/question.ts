import { sql } from 'drizzle-orm';
import { parsePublicId } from '@/lib/kernel/ids';
import type { Executor } from '@/lib/platform/database';
import { jsonRows } from '@/lib/platform/sql-values';
import { EVERYTHING } from '../everything';
import type { ListingFilter, ListingQuery, ListingSort } from '../model';
import { readText, type TextQuestion } from './read-text';

/** The values of one facet, any of which will do; empty when nothing has ever had one of them. */
export type FacetGroup = { readonly key: string; readonly ids: readonly number[] };

/** A `ListingQuery` with its names looked up. */
export type Question = {
  readonly categoryId: string;
  readonly groups: readonly FacetGroup[];
  readonly filter: ListingFilter;
  readonly sort: ListingSort;
  readonly text: TextQuestion | null;
};

/** Null when nothing can match: no such category or seller, or a text of no known word. */
export async function readQuestion(
  db: Executor,
  query: ListingQuery,
  locale: string,
): Promise<Question | null> {
  const [categoryId, groups, text] = await Promise.all([
    findCategory(db, query.categoryPath),
    findGroups(db, query),
    query.text ? readText(db, query.text, locale) : null,
  ]);
  if (categoryId === null || (query.text && text === null)) return null;
  return { categoryId, groups, filter: query.filter, sort: query.sort, text };
}

async function findCategory(db: Executor, path: string | null): Promise<string | null> {
  if (path === null) return EVERYTHING;
  const [row] = await db.execute<{ id: string }>(sql`select id from categories where path = ${path}`);
  return row?.id ?? null;
}

async function findGroups(db: Executor, query: ListingQuery): Promise<FacetGroup[]> {
  const choices: Record<string, readonly string[]> = { ...query.filter.choices };
  // A storefront is a list that is narrowed to one seller and cannot be widened.
  if (query.sellerSlug !== null) choices.seller = [query.sellerSlug];
  const wanted = Object.entries(choices).flatMap(([key, values]) =>
    values.map((value) => ({ key, value: key === 'category' ? (parsePublicId('cat', value) ?? '') : value })),
  );
  if (wanted.length === 0) return [];
  const known = await db.execute<{ id: number; key: string }>(sql`
    select f.id, f.key from jsonb_to_recordset(${jsonRows(wanted)}) as wanted(key text, value text)
    join facet_values f on f.key = wanted.key and f.value = wanted.value`);
  return Object.keys(choices).map((key) => ({
    key,
    ids: known.filter((value) => value.key === key).map((value) => value.id),
  }));
}
