import { sql, type SQL } from 'drizzle-orm';
import { publicId } from '@/lib/kernel/ids';
import { toPicture, type StoredPicture } from '@/lib/media/model';
import type { Executor } from '@/lib/platform/database';
import { storedPicture } from '../media-sql';
import type { DraftStatus, OwnProduct, ProductStatus } from '../model';

export type OwnProductFilter = 'all' | 'unfinished' | 'in_review' | 'live';

/** A seller's own products by id, newest first; `next` goes on where the page ended. */
export async function listOwnProducts(
  db: Executor,
  sellerId: string,
  show: OwnProductFilter,
  page: { readonly limit: number; readonly after: string | null },
): Promise<{ readonly items: OwnProduct[]; readonly next: string | null }> {
  const rows = await readOwnProducts(
    db,
    sellerId,
    sql`(p.status <> 'retired' or (${show} = 'all' and p.published_at is not null))
      and (${show} <> 'unfinished' or d.status in ('draft', 'declined'))
      and (${show} <> 'in_review' or d.status = 'in_review')
      and (${show} <> 'live' or p.status = 'live')
      and (${page.after}::uuid is null or p.id < ${page.after}::uuid)`,
    page.limit + 1,
  );
  const shown = rows.slice(0, page.limit);
  return {
    items: shown.map(toOwnProduct),
    next: rows.length > page.limit ? (shown.at(-1)?.id ?? null) : null,
  };
}

/** One of them; null when it does not exist or is another's. */
export async function getOwnProduct(
  db: Executor,
  sellerId: string,
  productId: string,
): Promise<OwnProduct | null> {
  const [row] = await readOwnProducts(db, sellerId, sql`p.id = ${productId}`, 1);
  return row ? toOwnProduct(row) : null;
}

type Row = {
  id: string;
  slug: string;
  title: string | null;
  image: StoredPicture | null;
  status: ProductStatus;
  draft_status: DraftStatus | null;
  reason: string;
  saved_at: string;
  offers: number;
};

async function readOwnProducts(
  db: Executor,
  sellerId: string,
  where: SQL,
  limit: number,
): Promise<readonly Row[]> {
  return db.execute<Row>(sql`
    select p.id, p.slug, p.status, d.status as draft_status, coalesce(d.reason, p.status_reason) as reason,
      coalesce(d.updated_at, p.updated_at) as saved_at,
      coalesce(nullif(d.content ->> 'title', ''), (
        select title from product_translations t
        where t.product_id = p.id and t.revision = p.live_revision limit 1
      )) as title,
      (
        select ${storedPicture(sql`a`, sql`''`)} from media_assets a
        where a.status = 'ready' and a.kind = 'image' and a.id = coalesce(
          (d.content #>> '{pictures,0,assetId}')::uuid,
          (select asset_id from product_media m where m.product_id = p.id order by position limit 1))
      ) as image,
      (
        select count(*)::int from offers o join variants v on v.id = o.variant_id
        where v.product_id = p.id and o.seller_id = ${sellerId}
      ) as offers
    from products p left join product_drafts d on d.product_id = p.id
    where p.owner_seller_id = ${sellerId} and ${where}
    order by p.id desc limit ${limit}`);
}

function toOwnProduct(row: Row): OwnProduct {
  return {
    productId: publicId('prd', row.id),
    slug: row.slug,
    title: row.title ?? '',
    image: row.image && toPicture(row.image),
    status: row.status,
    draftStatus: row.draft_status,
    reason: row.reason,
    savedAt: new Date(row.saved_at).toISOString(),
    offers: row.offers,
  };
}
