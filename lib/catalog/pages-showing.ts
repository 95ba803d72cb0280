import { sql } from 'drizzle-orm';
import type { Executor } from '@/lib/platform/database';
import type { OutdatedPages } from '@/lib/platform/outdated-pages';
import { uuidArray } from '@/lib/platform/sql-values';

/**
 * What shows these products: their own pages, those of all categories above them, their sellers' storefronts and the
 * home page. An address at which there was nothing until now is among them.
 */
export async function pagesShowing(db: Executor, productIds: readonly string[]): Promise<OutdatedPages> {
  if (productIds.length === 0) return { outdated: [], ready: [] };
  const rows = await db.execute<{ slug: string; path: string; above: string[]; sellers: string[] }>(sql`
    select p.slug, c.path,
      array(select category.path from categories category where category.id = any(c.lineage)) as above,
      array(
        select distinct s.slug
        from variants v join offers o on o.variant_id = v.id join sellers s on s.id = o.seller_id
        where v.product_id = p.id
      ) as sellers
    from products p join categories c on c.id = p.category_id
    where p.id = any(${uuidArray(productIds)})`);
  const ready = ['/', ...rows.flatMap(({ slug, path }) => [`/p/${slug}`, `/c/${path}`])];
  const others = rows.flatMap(({ above, sellers }) => [
    ...above.map((path) => `/c/${path}`),
    ...sellers.map((slug) => `/s/${slug}`),
  ]);
  return { outdated: [...new Set([...ready, '/browse', ...others])], ready: [...new Set(ready)] };
}

/** A seller's storefront, whether it was there until now or is from now on. */
export function storefrontShowing({ slug }: { readonly slug: string }): OutdatedPages {
  return { outdated: [`/s/${slug}`], ready: [`/s/${slug}`] };
}
