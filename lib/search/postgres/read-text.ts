import { sql } from 'drizzle-orm';
import type { Executor } from '@/lib/platform/database';
import { textConfiguration } from '../text-configuration';
import { correctText } from './correct-text';

/** One stem of a text and what finding it says, as inverse document frequency. */
export type Term = { readonly lexeme: string; readonly weight: number };

export type TextQuestion = {
  /** A tsquery: which listings come into question. */
  readonly query: string;
  /** Quoted for `::tsquery`, most telling first. */
  readonly terms: readonly Term[];
  /** Set when the text as typed finds nothing and this was searched instead. */
  readonly correctedText: string | null;
};

type Lexeme = { lexeme: string; documents: number };

/** More words than this narrow nothing; the least telling ones are left out. */
const MAX_TERMS = 8;
/** A listing must carry this share of what the words say together. */
const REQUIRED_SHARE = 0.6;

/**
 * What a text asks for. Words nobody uses are corrected to the nearest that somebody does; null when that
 * leaves nothing.
 */
export async function readText(db: Executor, text: string, locale: string): Promise<TextQuestion | null> {
  const asTyped = await readLexemes(db, text, locale);
  if (asTyped.lexemes.length === 0) return null;
  if (asTyped.lexemes.every(({ documents }) => documents > 0)) {
    return toQuestion(asTyped.lexemes, asTyped.total, null);
  }
  const correctedText = await correctText(db, text, locale);
  if (correctedText === null) return null;
  const corrected = await readLexemes(db, correctedText, locale);
  return toQuestion(corrected.lexemes, corrected.total, correctedText);
}

async function readLexemes(
  db: Executor,
  text: string,
  locale: string,
): Promise<{ readonly lexemes: readonly Lexeme[]; readonly total: number }> {
  // A word that came after the last count is looked up itself: what was published just now is found.
  const query = sql`quote_literal(word.lexeme)::tsquery`;
  const rows = await db.execute<Lexeme & { total: number }>(sql`
    select word.lexeme, coalesce(total.documents, 1) as total,
      coalesce(known.documents, (select count(*)::int from (
        select 1 from listing_texts where locale = ${locale} and words @@ ${query} limit 1) uncounted)) as documents
    from unnest(tsvector_to_array(to_tsvector(${textConfiguration(locale)}, ${text}))) as word(lexeme)
    left join search_lexemes known on known.locale = ${locale} and known.lexeme = word.lexeme
    left join search_lexemes total on total.locale = ${locale} and total.lexeme = ''`);
  return { lexemes: rows, total: rows[0]?.total ?? 0 };
}

function toQuestion(
  lexemes: readonly Lexeme[],
  total: number,
  correctedText: string | null,
): TextQuestion | null {
  const terms = lexemes
    .filter(({ documents }) => documents > 0)
    .map(({ lexeme, documents }) => ({ lexeme: quote(lexeme), weight: inverseFrequency(documents, total) }))
    .toSorted((one, other) => other.weight - one.weight)
    .slice(0, MAX_TERMS);
  if (terms.length === 0) return null;
  return { query: requireShare(terms, REQUIRED_SHARE), terms, correctedText };
}

/** As BM25 has it: never negative, near zero for a word that everything carries. */
export function inverseFrequency(documents: number, total: number): number {
  return Math.log(1 + (total - documents + 0.5) / (documents + 0.5));
}

/**
 * A tsquery of every smallest set of terms that together weigh at least `share` of all: a listing without
 * a rare word of the text does not come into question, one without a common word does.
 */
export function requireShare(terms: readonly Term[], share: number): string {
  const needed = share * terms.reduce((sum, { weight }) => sum + weight, 0);
  const sets: string[] = [];
  const extend = (from: number, weight: number, chosen: readonly string[]) => {
    if (weight >= needed) return void sets.push(chosen.join(' & '));
    for (let next = from; next < terms.length; next++) {
      const term = terms[next]!;
      extend(next + 1, weight + term.weight, [...chosen, term.lexeme]);
    }
  };
  extend(0, 0, []);
  return sets.map((set) => `(${set})`).join(' | ');
}

function quote(lexeme: string): string {
  return `'${lexeme.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;
}
