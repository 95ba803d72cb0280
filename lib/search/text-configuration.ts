import { sql, type SQL } from 'drizzle-orm';

/** Languages whose words are stemmed, and how. Others are searched by their words as written. */
const CONFIGURATIONS: Readonly<Record<string, string>> = { en: 'souk_en' };

/** Words as they are written, without accents. */
export const PLAIN_CONFIGURATION = sql`'souk_words'::regconfig`;

export function textConfiguration(locale: string): SQL {
  const name = CONFIGURATIONS[locale];
  return name ? sql`${sql.raw(`'${name}'`)}::regconfig` : PLAIN_CONFIGURATION;
}

/** The same for a column that holds a locale. */
export function textConfigurationOf(locale: SQL): SQL {
  const cases = Object.keys(CONFIGURATIONS).map(
    (known) => sql`when ${known} then ${textConfiguration(known)}`,
  );
  return sql`(case ${locale} ${sql.join(cases, sql` `)} else ${PLAIN_CONFIGURATION} end)`;
}
