import { sql, type SQL } from 'drizzle-orm';
import type { ShownIn } from '@/lib/kernel/market';
import type { Executor } from '@/lib/platform/database';
import { decodeCursor, encodeCursor } from '../cursor';
import { loadCards, toCard } from '../load-cards';
import { LISTINGS_PER_PAGE, type ListingPage, type ListingSort } from '../model';
import { matchingPlaces, matchingTexts } from './matching';
import type { Question } from './question';
import { relevanceColumns, relevanceKey } from './relevance';

const SORT_KEYS: Readonly<Record<ListingSort, SQL>> = {
  relevance: sql`place.popular_key`,
  newest: sql`place.newest_key`,
  price_up: sql`place.price_up_key`,
  price_down: sql`place.price_down_key`,
  rating: sql`place.rating_key`,
};

/** The page after `cursor`: one more row than is shown is read, to know whether another page follows. */
export async function listPage(
  db: Executor,
  question: Question,
  cursor: string | null,
  shownIn: ShownIn,
): Promise<ListingPage> {
  const rows = await loadCards(db, pageOf(question, cursor, shownIn), shownIn);
  const shown = rows.slice(0, LISTINGS_PER_PAGE);
  const last = shown.at(-1);
  return {
    cards: shown.map((row) => toCard(row, shownIn.currency)),
    next:
      last && rows.length > shown.length ? encodeCursor({ key: last.key, productId: last.product_id }) : null,
  };
}

/** The query of one page's `(product_id, key)`. Exported for the test that watches its plan. */
export function pageOf(question: Question, cursor: string | null, shownIn: ShownIn): SQL {
  const after = cursor === null ? null : decodeCursor(cursor);
  const limit = sql`limit ${LISTINGS_PER_PAGE + 1}`;
  const { text } = question;
  if (text !== null && question.sort === 'relevance') {
    const beyond = after
      ? sql`where (key, product_id) > (${after.key}::bigint, ${after.productId}::uuid)`
      : sql``;
    return sql`
      select product_id, key from (
        select product_id, ${relevanceKey(text)} as key from (
          select text.product_id, ${relevanceColumns(text)} ${matchingTexts(question, text, shownIn)} offset 0
        ) rated
      ) ranked ${beyond} order by key, product_id ${limit}`;
  }
  const key = SORT_KEYS[question.sort];
  const beyond = after
    ? sql`and (${key}, place.product_id) > (${after.key}::bigint, ${after.productId}::uuid)`
    : sql``;
  return sql`select place.product_id, ${key} as key ${matchingPlaces(question, shownIn)} ${beyond}
    order by ${key}, place.product_id ${limit}`;
}
