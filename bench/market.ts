import { sql } from 'drizzle-orm';
import type { Database } from '@/lib/platform/database';

export type Market = {
  /** Addresses of product pages. */
  readonly products: readonly string[];
  /** Addresses of category pages that list something, the fullest first. */
  readonly categories: readonly string[];
  readonly titles: readonly string[];
};

export async function readMarket(db: Database): Promise<Market> {
  const products = await db.execute<{ slug: string; title: string }>(sql`
    select l.slug, t.title from listings l
      join listing_texts t on t.product_id = l.product_id and t.locale = 'en'
    order by l.product_id`);
  const categories = await db.execute<{ path: string }>(sql`
    select c.path from categories c
      join categories below on below.lineage @> array[c.id]
      join listings l on l.category_id = below.id
    group by c.path order by count(*) desc, c.path`);
  return {
    products: products.map(({ slug }) => `/p/${slug}`),
    categories: categories.map(({ path }) => `/c/${path}`),
    titles: products.map(({ title }) => title),
  };
}
