import { sql, type SQL } from 'drizzle-orm';

/** A category's name in a language, or in any that it has, or its slug. `category` is a row of `categories`. */
export function categoryName(category: SQL, locale: string): SQL {
  return sql`coalesce((
    select name from category_translations named where named.category_id = ${category}.id
    order by named.locale = ${locale} desc, named.locale limit 1), ${category}.slug)`;
}
