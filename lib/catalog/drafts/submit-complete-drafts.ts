import { and, asc, eq } from 'drizzle-orm';
import { productDrafts, products } from '@/db/schema/catalog';
import type { Database } from '@/lib/platform/database';
import { submitDraft } from './submit-draft';

/** As many as are looked at while somebody waits. */
const MOST = 200;

/**
 * Hands in the drafts of a seller that are complete, the longest waiting first, and counts those that are not. More than
 * two hundred are handed in by asking again.
 */
export async function submitCompleteDrafts(
  db: Database,
  { sellerId, userId }: { readonly sellerId: string; readonly userId: string },
  now: Date,
): Promise<{ readonly submitted: number; readonly incomplete: number }> {
  const drafts = await db
    .select({ productId: productDrafts.productId, version: productDrafts.version })
    .from(productDrafts)
    .innerJoin(products, eq(products.id, productDrafts.productId))
    .where(and(eq(products.ownerSellerId, sellerId), eq(productDrafts.status, 'draft')))
    .orderBy(asc(productDrafts.updatedAt))
    .limit(MOST);
  let submitted = 0;
  for (const draft of drafts) {
    const result = await submitDraft(db, { ...draft, sellerId, userId }, now);
    if (result.ok) submitted += 1;
  }
  return { submitted, incomplete: drafts.length - submitted };
}
