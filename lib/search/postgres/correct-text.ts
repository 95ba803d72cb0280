import { sql } from 'drizzle-orm';
import type { Executor } from '@/lib/platform/database';
import { PLAIN_CONFIGURATION, textConfiguration } from '../text-configuration';

/** Below this trigram similarity two words are not the same word misspelt. */
const ALIKE = 0.35;

type Word = { word: string; known: boolean; nearest: string | null };

/**
 * The text with each word that no listing carries replaced by the most alike one that some do, the more
 * frequent of equals; a word without any is left out. Null when no word remains.
 */
export async function correctText(db: Executor, text: string, locale: string): Promise<string | null> {
  const words = await db.execute<Word>(sql`
    select typed.word, known.found as known, nearest.word as nearest
    from (
      select lexeme as word, min(position) as place
      from unnest(to_tsvector(${PLAIN_CONFIGURATION}, ${text})) as t(lexeme, positions, weights)
      cross join lateral unnest(positions) as position group by lexeme
    ) typed
    cross join lateral (
      select coalesce(bool_and(exists (
        select 1 from search_lexemes l where l.locale = ${locale} and l.lexeme = stem and l.documents > 0)), true) as found
      from unnest(tsvector_to_array(to_tsvector(${textConfiguration(locale)}, typed.word))) as stem
    ) known
    left join lateral (
      select s.word from search_words s
      where s.locale = ${locale} and s.word % typed.word and similarity(s.word, typed.word) >= ${ALIKE}
      order by similarity(s.word, typed.word) + 0.02 * ln(s.documents) desc, s.word limit 1
    ) nearest on not known.found
    order by typed.place`);
  const corrected = words.flatMap(({ word, known, nearest }) => (known ? [word] : (nearest ?? [])));
  return corrected.length === 0 ? null : corrected.join(' ');
}
