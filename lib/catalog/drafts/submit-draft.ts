import { eq } from 'drizzle-orm';
import { products } from '@/db/schema/catalog';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import type { Database } from '@/lib/platform/database';
import { applyContent } from './apply-content';
import { findProblems } from './find-problems';
import { lockOwnDraft, writeDraft } from './own-draft';
import { nextDraftStatus } from './transitions';

type Act = {
  readonly sellerId: string;
  readonly userId: string;
  readonly productId: string;
  readonly version: number;
};

/**
 * Hands a draft to staff. Refuses one that is not complete (`findProblems` says in what). A product that is not live
 * yet says from here on what its draft says, so that its seller can put offers to its variants while it waits; what
 * is live stays as it is until staff publishes.
 */
export async function submitDraft(
  db: Database,
  { sellerId, userId, productId, version }: Act,
  now: Date,
): Promise<
  Result<null, 'not_found' | 'conflict' | 'draft_in_review' | 'draft_incomplete' | 'illegal_transition'>
> {
  return db.transaction(async (tx) => {
    const draft = await lockOwnDraft(tx, sellerId, productId);
    if (!draft) return refuse('not_found');
    const status = nextDraftStatus(draft.status, 'submit');
    if (!status.ok) return status;
    if (draft.version !== version) return refuse('conflict');
    const problems = await findProblems(tx, productId, draft.content);
    if (problems.length > 0) return refuse('draft_incomplete', { count: problems.length });

    if (draft.productStatus !== 'live') {
      const [product] = await tx.select().from(products).where(eq(products.id, productId));
      await applyContent(tx, product!, draft.content, userId);
      await tx.update(products).set({ status: 'in_review' }).where(eq(products.id, productId));
    }
    await writeDraft(tx, draft, { status: status.value, submittedAt: now, savedBy: userId });
    return ok(null);
  });
}

/** Takes a draft back from staff, to change it. */
export async function withdrawDraft(
  db: Database,
  { sellerId, productId }: Pick<Act, 'sellerId' | 'productId'>,
): Promise<Result<null, 'not_found' | 'illegal_transition' | 'draft_in_review'>> {
  return db.transaction(async (tx) => {
    const draft = await lockOwnDraft(tx, sellerId, productId);
    if (!draft) return refuse('not_found');
    const status = nextDraftStatus(draft.status, 'withdraw');
    if (!status.ok) return status;
    if (draft.productStatus !== 'live') {
      await tx.update(products).set({ status: 'draft' }).where(eq(products.id, productId));
    }
    await writeDraft(tx, draft, { status: status.value, submittedAt: null });
    return ok(null);
  });
}
