import { sql } from 'drizzle-orm';
import type { Executor } from '@/lib/platform/database';

/** A page worth finding, and when it last changed. */
export type PageAddress = { readonly path: string; readonly changedAt: Date | null };

/** Addresses in one part of a sitemap; the protocol allows 50,000. */
const PER_PART = 20_000;

/** In how many parts `listProductAddresses` comes. */
export async function countProductParts(db: Executor): Promise<number> {
  const [row] = await db.execute<{ products: number }>(sql`select count(*)::int as products from listings`);
  return Math.ceil((row?.products ?? 0) / PER_PART);
}

/** One part of all product pages, from part 0. Parts beyond the last are empty. */
export async function listProductAddresses(db: Executor, part: number): Promise<PageAddress[]> {
  const rows = await db.execute<{ slug: string; projected_at: string }>(sql`
    select slug, projected_at::text from listings order by product_id limit ${PER_PART} offset ${part * PER_PART}`);
  return rows.map((row) => ({ path: `/p/${row.slug}`, changedAt: new Date(row.projected_at) }));
}

/** Every category that has something in it, and every approved seller's storefront. */
export async function listShopAddresses(db: Executor): Promise<PageAddress[]> {
  const rows = await db.execute<{ path: string }>(sql`
    select '/c/' || c.path as path from categories c
    where exists (select from listing_categories place where place.category_id = c.id)
    union all select '/s/' || slug from sellers where status = 'approved'
    order by path`);
  return rows.map(({ path }) => ({ path, changedAt: null }));
}
