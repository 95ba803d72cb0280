import { sql, type SQL } from 'drizzle-orm';
import type { TextQuestion } from './read-text';

/**
 * How well a listing answers a text. The weights were tuned on the judged queries of `bench/search-quality.ts`,
 * as round numbers between which nothing much changes.
 */

/** D, C, B, A: description, attributes, brand and category, title. */
const FIELD_WEIGHTS = sql`'{0.2, 0.4, 0.75, 1}'::real[]`;
/** What of the text a listing lacks counts against it this much, as a power of what it has. */
const COVERAGE_POWER = 2;
/** A title of twice the words says half as much with each, if only at the far end. */
const TITLE_LENGTH_WEIGHT = 0.02;
/** "Chair without wheels" is not asking for wheels. */
const UNWANTED_FACTOR = 0.5;

/** Keys are whole; scores are not. */
const FRACTION = 1_000_000;

/** The columns that `relevanceKey` reads, of a row of `listing_texts`, `text`. */
export function relevanceColumns({ terms, unwanted }: TextQuestion): SQL {
  const ranks = terms.map(
    ({ lexeme }, index) =>
      sql`ts_rank(${FIELD_WEIGHTS}, text.words, ${lexeme}::tsquery) as ${sql.identifier(`rank_${index}`)}`,
  );
  const isUnwanted = unwanted === null ? sql`false` : sql`text.words @@ ${unwanted}::tsquery`;
  return sql.join(
    [...ranks, sql`text.title_words`, sql`text.prior`, sql`${isUnwanted} as unwanted`],
    sql`, `,
  );
}

/** Ascending, best first. Whole numbers, so that a cursor can hold it exactly. */
export function relevanceKey({ terms }: TextQuestion): SQL {
  const total = terms.reduce((sum, { weight }) => sum + weight, 0);
  const said = terms.map(({ weight }, index) => sql`${weight}::float8 * ${rankColumn(index)}`);
  const covered = terms.map(
    ({ weight }, index) => sql`${weight / total}::float8 * (${rankColumn(index)} > 0)::int`,
  );
  return sql`(-${FRACTION}::float8 * (${sum(said)}) * (${sum(covered)}) ^ ${COVERAGE_POWER}
    / (1 + ${TITLE_LENGTH_WEIGHT}::float8 * title_words)
    * prior
    * (case when unwanted then ${UNWANTED_FACTOR}::float8 else 1 end))::bigint`;
}

function rankColumn(index: number): SQL {
  return sql`${sql.identifier(`rank_${index}`)}`;
}

function sum(parts: readonly SQL[]): SQL {
  return sql.join([...parts], sql` + `);
}
