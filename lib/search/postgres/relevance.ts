import { sql, type SQL } from 'drizzle-orm';
import type { TextQuestion } from './read-text';

/** D, C, B, A: description, attributes, brand and category, title. */
const FIELD_WEIGHTS = sql`'{0.1, 0.3, 0.7, 1}'::real[]`;
/** How far being wanted lifts a listing; popularity is a logarithm between 0 and about 12. */
const POPULARITY_WEIGHT = 0.02;
/** What cannot be bought is shown after what matches nearly as well. */
const OUT_OF_STOCK_FACTOR = 0.9;
const UNAVAILABLE_FACTOR = 0.8;
const RANK_STEP = 10_000_000_000_000;
const FRACTION = 1_000_000;

/**
 * The sort key of how well a listing answers a text, best first: what each word says (rare words say more)
 * where it stands, and a little for being wanted and for being there to buy. Whole numbers, so that a cursor
 * can hold it exactly.
 */
export function relevanceKey(text: TextQuestion): SQL {
  const words = text.terms.map(
    ({ lexeme, weight }) =>
      sql`${weight}::float8 * ts_rank(${FIELD_WEIGHTS}, text.words, ${lexeme}::tsquery)`,
  );
  const rank = sql`round(place.popular_key::float8 / ${RANK_STEP}::float8)`;
  const popularity = sql`((${rank} * ${RANK_STEP}::float8 - place.popular_key) / ${FRACTION}::float8)`;
  const availability = sql`(case ${rank} when 0 then 1 when 1 then ${OUT_OF_STOCK_FACTOR}::float8
    else ${UNAVAILABLE_FACTOR}::float8 end)`;
  return sql`(-${FRACTION}::float8 * (${sql.join(words, sql` + `)})
    * (1 + ${POPULARITY_WEIGHT}::float8 * ${popularity}) * ${availability})::bigint`;
}
