import { z } from 'zod';
import type { Store } from '../state/store';
import type { TableName, Tables } from '../state/tables';
import { missingResource } from './api-error';
import { integer, text } from './parameters';

/** What every list takes. `ending_before` is not supported and refused as unknown. */
export const pageParameters = {
  limit: integer.pipe(z.number().min(1).max(100)).default(10),
  starting_after: text.optional(),
};

export const createdRange = z.union([
  integer,
  z.strictObject({
    gt: integer.optional(),
    gte: integer.optional(),
    lt: integer.optional(),
    lte: integer.optional(),
  }),
]);

export type Page = { readonly limit: number; readonly starting_after?: string | undefined };

type ListOf<T> = {
  readonly object: 'list';
  readonly url: string;
  readonly has_more: boolean;
  readonly data: readonly T[];
};

/** One page of a table, newest first, of the rows that pass. An index narrows the rows that are looked at. */
export function listPage<N extends TableName>(
  store: Store,
  table: N,
  url: string,
  page: Page,
  options: { index?: readonly [name: string, key: string]; where?: (row: Tables[N]) => boolean } = {},
): ListOf<Tables[N]> {
  const rows = store.table(table);
  if (page.starting_after !== undefined && !rows.get(page.starting_after)) {
    throw missingResource(table, page.starting_after, { param: 'starting_after', status: 400 });
  }
  const candidates = options.index
    ? afterRow(rows.having(...options.index), page.starting_after)
    : rows.newestFirst(page.starting_after);
  const data: Tables[N][] = [];
  let hasMore = false;
  for (const row of candidates) {
    if (options.where && !options.where(row)) continue;
    if (data.length === page.limit) {
      hasMore = true;
      break;
    }
    data.push(row);
  }
  return { object: 'list', url, has_more: hasMore, data };
}

function afterRow<T extends { id: string }>(rows: readonly T[], id: string | undefined): readonly T[] {
  return id === undefined ? rows : rows.slice(rows.findIndex((row) => row.id === id) + 1);
}

export function isCreatedWithin(created: number, range: z.output<typeof createdRange> | undefined): boolean {
  if (range === undefined) return true;
  if (typeof range === 'number') return created === range;
  return (
    created > (range.gt ?? -Infinity) &&
    created >= (range.gte ?? -Infinity) &&
    created < (range.lt ?? Infinity) &&
    created <= (range.lte ?? Infinity)
  );
}
