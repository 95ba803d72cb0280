import { sql } from 'drizzle-orm';
import { publicId } from '@/lib/kernel/ids';
import type { Executor } from '@/lib/platform/database';
import { uuidArray } from '@/lib/platform/sql-values';
import type { NamedOffer } from './model';

/** What these offers are called, in the order of their ids; those that are not the seller's are left out. */
export async function nameOwnOffers(
  db: Executor,
  sellerId: string,
  offerIds: readonly string[],
  locale: string,
): Promise<NamedOffer[]> {
  if (offerIds.length === 0) return [];
  const rows = await db.execute<{
    id: string;
    title: string;
    options: Record<string, string>;
    seller_sku: string;
  }>(sql`
    select o.id, coalesce(t.title, p.slug) as title, v.options, o.seller_sku
    from offers o
    join variants v on v.id = o.variant_id
    join products p on p.id = v.product_id
    left join product_translations t
      on t.product_id = p.id and t.revision = p.live_revision and t.locale = ${locale}
    where o.seller_id = ${sellerId} and o.id = any(${uuidArray(offerIds)})
    order by o.id`);
  return rows.map((row) => ({
    offerId: publicId('off', row.id),
    title: row.title,
    variantLabel: Object.values(row.options).join(', '),
    sellerSku: row.seller_sku,
  }));
}
