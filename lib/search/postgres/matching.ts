import { sql, type SQL } from 'drizzle-orm';
import type { ShownIn } from '@/lib/kernel/market';
import { intArray } from '@/lib/platform/sql-values';
import { EVERYTHING } from '../everything';
import type { Question } from './question';
import type { TextQuestion } from './read-text';

/**
 * `from … where …` of every listing that answers a question, by its `place` in the category, for lists that
 * are ordered by a sort key. Without text and filters it is a range of one index of `listing_categories`.
 */
export function matchingPlaces(question: Question, shownIn: ShownIn): SQL {
  const conditions = [
    sql`place.category_id = ${question.categoryId}::uuid`,
    sql`place.currency = ${shownIn.currency}`,
    ...filters(question, sql`place.product_id`, shownIn),
  ];
  if (question.text !== null) {
    conditions.push(sql`exists (select 1 from listing_texts text where text.product_id = place.product_id
      and ${textCondition(question.text, shownIn)})`);
  }
  return sql`from listing_categories place where ${sql.join(conditions, sql` and `)}`;
}

/** The same by the words of the listing, `text`, for lists that are ordered by relevance. */
export function matchingTexts(question: Question, text: TextQuestion, shownIn: ShownIn): SQL {
  const conditions = [textCondition(text, shownIn), ...filters(question, sql`text.product_id`, shownIn)];
  if (question.categoryId !== EVERYTHING) {
    conditions.push(sql`exists (select 1 from listing_categories place
      where place.product_id = text.product_id and place.category_id = ${question.categoryId}::uuid
        and place.currency = ${shownIn.currency})`);
  }
  return sql`from listing_texts text where ${sql.join(conditions, sql` and `)}`;
}

/** `product_id` of every match, the most popular first where there is no text. */
export function matchedIds(question: Question, shownIn: ShownIn): SQL {
  return question.text === null
    ? sql`select place.product_id ${matchingPlaces(question, shownIn)} order by place.popular_key, place.product_id`
    : sql`select text.product_id ${matchingTexts(question, question.text, shownIn)}`;
}

function textCondition(text: TextQuestion, { locale }: ShownIn): SQL {
  return sql`text.locale = ${locale} and text.words @@ ${text.query}::tsquery`;
}

function filters(question: Question, productId: SQL, { currency }: ShownIn): SQL[] {
  const conditions: SQL[] = [];
  const { minStars } = question.filter;
  if (minStars !== null) {
    conditions.push(sql`exists (select 1 from listing_prices rated where rated.product_id = ${productId}
      and rated.currency = ${currency} and rated.rating_count > 0
      and rated.rating_sum >= ${minStars} * rated.rating_count)`);
  }
  const ofVariant = variantConditions(question);
  if (ofVariant.length > 0) {
    conditions.push(sql`exists (select 1 from listing_variants v where v.product_id = ${productId}
      and v.currency = ${currency} and ${sql.join(ofVariant, sql` and `)})`);
  }
  return conditions;
}

/** What one variant `v` must meet all of, so that "red and M and under 20" is true of one thing to buy. */
export function variantConditions({ groups, filter }: Question): SQL[] {
  const conditions = groups.map(({ ids }) => sql`v.facets && ${intArray(ids)}`);
  const { minPriceMinor, maxPriceMinor } = filter;
  if (minPriceMinor !== null) conditions.push(sql`v.price_minor >= ${minPriceMinor}`);
  if (maxPriceMinor !== null) conditions.push(sql`v.price_minor <= ${maxPriceMinor}`);
  if (filter.inStock) conditions.push(IN_STOCK);
  if (filter.onSale) conditions.push(ON_SALE);
  return conditions;
}

export const IN_STOCK = sql`(v.price_minor is not null and v.available > 0)`;

export const ON_SALE = sql`(v.compare_at_minor > v.price_minor
  and (v.sale_ends_at is null or v.sale_ends_at > now()))`;
