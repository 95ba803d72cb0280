import { sql } from 'drizzle-orm';
import { publicId } from '@/lib/kernel/ids';
import type { Executor } from '@/lib/platform/database';
import { uuidArray } from '@/lib/platform/sql-values';
import { absentTag, categoryTag, HOME_TAG, productTag, sellerTag } from './tags';

/** What is out of date on cached pages when these products changed, and the addresses worth having ready again. */
export type PagesShowing = { readonly tags: readonly string[]; readonly paths: readonly string[] };

/** The products' own pages, the categories above them, their sellers' storefronts and the home page. */
export async function pagesShowing(db: Executor, productIds: readonly string[]): Promise<PagesShowing> {
  if (productIds.length === 0) return { tags: [], paths: [] };
  const rows = await db.execute<{
    id: string;
    slug: string;
    lineage: string[];
    path: string;
    sellers: string[];
  }>(sql`
    select p.id, p.slug, c.lineage, c.path,
      array(
        select distinct o.seller_id from offers o join variants v on v.id = o.variant_id where v.product_id = p.id
      ) as sellers
    from products p join categories c on c.id = p.category_id
    where p.id = any(${uuidArray(productIds)})`);
  const tags = rows.flatMap((row) => [
    productTag(publicId('prd', row.id)),
    absentTag(`/p/${row.slug}`),
    ...row.lineage.map((id) => categoryTag(publicId('cat', id))),
    ...row.sellers.map((id) => sellerTag(publicId('sel', id))),
  ]);
  const paths = rows.flatMap((row) => [`/p/${row.slug}`, `/c/${row.path}`]);
  return { tags: [...new Set([...tags, HOME_TAG])], paths: [...new Set(['/', ...paths])] };
}

/** A seller's storefront, whether it was there until now or is from now on. */
export function storefrontShowing(seller: {
  readonly sellerId: string;
  readonly slug: string;
}): PagesShowing {
  const path = `/s/${seller.slug}`;
  return { tags: [sellerTag(publicId('sel', seller.sellerId)), absentTag(path)], paths: [path] };
}
