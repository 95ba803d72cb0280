import { sql, type SQL } from 'drizzle-orm';
import type { ShownIn } from '@/lib/kernel/market';
import { intArray } from '@/lib/platform/sql-values';
import type { Question } from './question';

/**
 * `from … where …` of every listing that answers a question. `place` is its row in the category, `words` its
 * words when there is a text. Without filters this is a range of one index of `listing_categories`.
 */
export function matching(question: Question, shownIn: ShownIn): SQL {
  const conditions = [
    sql`place.category_id = ${question.categoryId}::uuid`,
    sql`place.currency = ${shownIn.currency}`,
  ];
  const { minStars } = question.filter;
  if (minStars !== null) {
    conditions.push(sql`exists (select 1 from listings rated where rated.product_id = place.product_id
      and rated.rating_count > 0 and rated.rating_sum >= ${minStars} * rated.rating_count)`);
  }
  const ofVariant = variantConditions(question);
  if (ofVariant.length > 0) {
    conditions.push(sql`exists (select 1 from listing_variants v where v.product_id = place.product_id
      and v.currency = ${shownIn.currency} and ${sql.join(ofVariant, sql` and `)})`);
  }
  return sql`from listing_categories place ${textJoin(question, shownIn)}
    where ${sql.join(conditions, sql` and `)}`;
}

function textJoin({ text }: Question, { locale }: ShownIn): SQL {
  if (text === null) return sql``;
  return sql`join listing_texts text on text.product_id = place.product_id
    and text.locale = ${locale} and text.words @@ ${text.query}::tsquery`;
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
