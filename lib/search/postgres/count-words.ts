import { sql } from 'drizzle-orm';
import type { Database } from '@/lib/platform/database';
import { PLAIN_CONFIGURATION } from '../text-configuration';

/**
 * Counts anew in how many listings each stem and each word of a title occurs. Ranking, corrections and
 * completions read these counts; a day's drift changes no result anyone would notice, so this is run after
 * imports and on a schedule, not with each change.
 */
export async function countSearchWords(db: Database): Promise<void> {
  const locales = await db.execute<{ locale: string }>(sql`select distinct locale from listing_texts`);
  for (const { locale } of locales) {
    await db.transaction(async (tx) => {
      await tx.execute(sql`delete from search_lexemes where locale = ${locale}`);
      await tx.execute(sql`
        insert into search_lexemes (locale, lexeme, documents)
        select ${locale}, word, ndoc from ts_stat(${`select words from listing_texts where locale = ${literal(locale)}`})
        where word <> '' union all select ${locale}, '', count(*) from listing_texts where locale = ${locale}`);
      await tx.execute(sql`delete from search_words where locale = ${locale}`);
      await tx.execute(sql`
        insert into search_words (locale, word, documents)
        select ${locale}, word, count(*) from listing_texts
        join listings l using (product_id)
        cross join lateral unnest(tsvector_to_array(
          to_tsvector(${PLAIN_CONFIGURATION}, concat_ws(' ', title, l.brand)))) as word
        where locale = ${locale} and length(word) between 3 and 40 and word ~ '[[:alpha:]]'
        group by word`);
    });
  }
}

/** `ts_stat` takes its query as text, without parameters. */
function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
