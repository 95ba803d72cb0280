import { sql } from 'drizzle-orm';
import type { Executor } from '@/lib/platform/database';
import { textConfiguration } from '../text-configuration';
import { correctText } from './correct-text';
import { inverseFrequency, quoteLexeme, requireShare, type Term } from './terms';
import { splitUnwanted } from './unwanted';

export type TextQuestion = {
  /** A tsquery: which listings come into question. */
  readonly query: string;
  /** Quoted for `::tsquery`, most telling first. */
  readonly terms: readonly Term[];
  /** A tsquery of what is asked to be absent; null when nothing is. */
  readonly unwanted: string | null;
  /** Set when the text as typed finds nothing and this was searched instead. */
  readonly correctedText: string | null;
};

type Lexeme = { lexeme: string; documents: number };
type Lexemes = { readonly lexemes: readonly Lexeme[]; readonly total: number };

/** More words than this narrow nothing; the least telling ones are left out. */
const MAX_TERMS = 8;
/** A list shorter than this is worth widening. */
const ENOUGH = 24;
/**
 * Which share of what the words say together a listing must carry: all, unless too few do; then most; at the
 * least what one rare word says.
 */
const SHARES = [0.95, 0.6, 0.3] as const;

/**
 * What a text asks for. Words nobody uses are corrected to the nearest that somebody does; null when that
 * leaves nothing.
 */
export async function readText(db: Executor, text: string, locale: string): Promise<TextQuestion | null> {
  const { wanted, unwanted } = splitUnwanted(text, locale);
  const [asTyped, avoided] = await Promise.all([
    readLexemes(db, wanted, locale),
    unwanted === '' ? null : readLexemes(db, unwanted, locale),
  ]);
  if (asTyped.lexemes.length === 0) return null;
  const correctedText = asTyped.lexemes.every(({ documents }) => documents > 0)
    ? null
    : await correctText(db, wanted, locale);
  const found = correctedText === null ? asTyped : await readLexemes(db, correctedText, locale);
  const terms = termsOf(found);
  if (terms.length === 0) return null;
  return {
    query: await chooseQuery(db, terms, locale),
    terms,
    unwanted: avoided?.lexemes.map(({ lexeme }) => quoteLexeme(lexeme)).join(' | ') || null,
    correctedText,
  };
}

/** A word that came after the last count is looked up itself: what was published just now is found. */
async function readLexemes(db: Executor, text: string, locale: string): Promise<Lexemes> {
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

function termsOf({ lexemes, total }: Lexemes): Term[] {
  return lexemes
    .filter(({ documents }) => documents > 0)
    .map(({ lexeme, documents }) => ({
      lexeme: quoteLexeme(lexeme),
      weight: inverseFrequency(documents, Math.max(total, documents)),
    }))
    .toSorted((one, other) => other.weight - one.weight)
    .slice(0, MAX_TERMS);
}

/** The strictest query that enough listings answer. */
async function chooseQuery(db: Executor, terms: readonly Term[], locale: string): Promise<string> {
  let query = '';
  for (const share of SHARES) {
    const wider = requireShare(terms, share);
    if (wider === query) continue;
    query = wider;
    const [row] = await db.execute<{ found: number }>(sql`
      select count(*)::int as found from (
        select 1 from listing_texts where locale = ${locale} and words @@ ${query}::tsquery limit ${ENOUGH}) first`);
    if (row && row.found >= ENOUGH) break;
  }
  return query;
}
