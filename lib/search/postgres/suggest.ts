import { sql } from 'drizzle-orm';
import { categoryName } from '@/lib/catalog';
import type { CategoryLink } from '@/lib/catalog/model';
import type { ShownIn } from '@/lib/kernel/market';
import { toPicture } from '@/lib/media/model';
import type { Executor } from '@/lib/platform/database';
import { loadCards } from '../load-cards';
import type { SuggestedProduct, Suggestions } from '../model';
import { PLAIN_CONFIGURATION, textConfiguration } from '../text-configuration';
import { EVERYTHING } from '../everything';

const QUERIES = 5;
const CATEGORIES = 3;
const PRODUCTS = 4;
/** Matches looked at for the best few; a short prefix matches half the shop. */
const LOOKED_AT = 400;
const MAX_WORDS = 6;

/** What to offer for a text whose last word may be unfinished; nothing for an empty one. */
export async function suggest(db: Executor, text: string, shownIn: ShownIn): Promise<Suggestions> {
  const words = text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .slice(0, MAX_WORDS);
  const last = words.pop();
  if (last === undefined) return { queries: [], categories: [], products: [] };
  const [queries, categories, products] = await Promise.all([
    completeQuery(db, words, last, shownIn.locale),
    findCategories(db, text, shownIn),
    findProducts(db, words, last, shownIn),
  ]);
  return { queries, categories, products };
}

/** Completions of the last word, as frequent in titles as possible, that occur together with the words before. */
async function completeQuery(
  db: Executor,
  before: readonly string[],
  last: string,
  locale: string,
): Promise<string[]> {
  const rows = await db.execute<{ word: string }>(sql`
    select word from (
      select word, documents from search_words
      where locale = ${locale} and word like ${`${escapeLike(last)}%`} and word ~ '^[[:alpha:]]'
      order by documents desc, word limit 20
    ) candidate
    where ${before.length === 0} or exists (
      select 1 from listing_texts x where x.locale = ${locale}
        and x.words @@ plainto_tsquery(${textConfiguration(locale)}, ${before.join(' ')} || ' ' || word))
    order by documents desc, word limit ${QUERIES}`);
  return rows.map(({ word }) => [...before, word].join(' '));
}

async function findCategories(
  db: Executor,
  text: string,
  { locale, currency }: ShownIn,
): Promise<CategoryLink[]> {
  const prefix = sql`to_tsquery(${PLAIN_CONFIGURATION}, ${prefixQuery(text)})`;
  const rows = await db.execute<{ name: string; path: string }>(sql`
    select ${categoryName(sql`c`, locale)} as name, c.path
    from category_translations t join categories c on c.id = t.category_id
    cross join lateral (
      select count(*) as products from listing_categories place
      where place.category_id = c.id and place.currency = ${currency}
    ) counted
    where t.locale = ${locale} and to_tsvector(${PLAIN_CONFIGURATION}, t.name) @@ ${prefix} and counted.products > 0
    order by counted.products desc, c.path limit ${CATEGORIES}`);
  return rows.map(({ name, path }) => ({ name, path }));
}

async function findProducts(
  db: Executor,
  before: readonly string[],
  last: string,
  shownIn: ShownIn,
): Promise<SuggestedProduct[]> {
  const query = sql`to_tsquery(${textConfiguration(shownIn.locale)}, ${prefixQuery([...before, last].join(' '))})`;
  const rows = await loadCards(
    db,
    sql`select product_id, popular_key as key from (
        select place.product_id, place.popular_key from listing_texts text
        join listing_categories place on place.product_id = text.product_id
          and place.category_id = ${EVERYTHING}::uuid and place.currency = ${shownIn.currency}
        where text.locale = ${shownIn.locale} and text.words @@ ${query} limit ${LOOKED_AT}
      ) looked_at order by popular_key, product_id limit ${PRODUCTS}`,
    shownIn,
  );
  return rows.map((row) => ({
    slug: row.slug,
    title: row.title,
    image: row.image && toPicture(row.image),
    price: row.price_minor === null ? null : { amountMinor: row.price_minor, currency: shownIn.currency },
  }));
}

/** All words, the last one as a beginning: `desk & lam:*`. Holds letters and digits only. */
function prefixQuery(text: string): string {
  const words = text.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  return words.map((word, index) => (index === words.length - 1 ? `${word}:*` : word)).join(' & ');
}

function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&');
}
