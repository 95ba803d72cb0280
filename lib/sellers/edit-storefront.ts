import { eq } from 'drizzle-orm';
import { sellers } from '@/db/schema/sellers';
import { listUploads } from '@/lib/media';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import type { Database, Executor } from '@/lib/platform/database';
import { emitEvent } from '@/lib/platform/outbox';
import { sellerStorefrontChanged } from './events';

/** What a shop says of itself, in its own words and pictures. */
export type StorefrontFields = {
  readonly tagline: string;
  readonly story: string;
  readonly city: string;
  readonly returnsPolicy: string;
  /** Days from delivery in which a buyer may send goods back by the shop's own will; 0 for none. */
  readonly returnDays: number;
  readonly logoAssetId: string | null;
  readonly bannerAssetId: string | null;
};

const FIELDS = {
  tagline: sellers.tagline,
  story: sellers.story,
  city: sellers.city,
  returnsPolicy: sellers.returnsPolicy,
  returnDays: sellers.returnDays,
  logoAssetId: sellers.logoAssetId,
  bannerAssetId: sellers.bannerAssetId,
};

/** What a shop says now. */
export async function getStorefrontFields(db: Executor, sellerId: string): Promise<StorefrontFields> {
  const [row] = await db.select(FIELDS).from(sellers).where(eq(sellers.id, sellerId));
  if (!row) throw new Error(`Seller ${sellerId} does not exist`);
  return row;
}

/**
 * Changes what a shop says of itself; buyers see it at once. Pictures are uploads of this seller or those it shows
 * already: `not_found` for any other.
 */
export async function saveStorefront(
  db: Database,
  sellerId: string,
  fields: StorefrontFields,
): Promise<Result<null, 'not_found'>> {
  return db.transaction(async (tx) => {
    const [before] = await tx
      .select({ slug: sellers.slug, ...FIELDS })
      .from(sellers)
      .where(eq(sellers.id, sellerId))
      .for('no key update');
    if (!before) return refuse('not_found');
    const shown = new Set([before.logoAssetId, before.bannerAssetId]);
    const wanted = [fields.logoAssetId, fields.bannerAssetId].filter((id) => id !== null);
    const added = [...new Set(wanted)].filter((id) => !shown.has(id));
    if ((await listUploads(tx, sellerId, added)).length < added.length) return refuse('not_found');
    await tx.update(sellers).set(fields).where(eq(sellers.id, sellerId));
    await emitEvent(tx, sellerStorefrontChanged, {
      aggregateId: sellerId,
      aggregateVersion: 1,
      payload: { sellerId, slug: before.slug },
    });
    return ok(null);
  });
}
