import { and, eq } from 'drizzle-orm';
import {
  categories,
  productDrafts,
  productRevisions,
  productTranslations,
  products,
} from '@/db/schema/catalog';
import { newId } from '@/lib/kernel/ids';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import type { Database, Executor, Transaction } from '@/lib/platform/database';
import { emptyContent, type ProductContent } from './content';
import { lockOwnDraft, writeDraft } from './own-draft';
import { readContent } from './read-content';
import { nextDraftStatus } from './transitions';

type By = { readonly sellerId: string; readonly userId: string };

/** Every product has this language; translations come on top. */
const FIRST_LOCALE = 'en';

/** Begins a product of the seller's own, of which nothing is known but its category. Refuses an unknown one. */
export async function startProduct(
  db: Database,
  { sellerId, userId, categoryId, title }: By & { readonly categoryId: string; readonly title: string },
): Promise<Result<{ productId: string }, 'not_found'>> {
  return db.transaction(async (tx) => {
    if (!(await categoryExists(tx, categoryId))) return refuse('not_found');
    const content = { ...emptyContent(categoryId, newId()), title };
    const productId = await insertDraftProduct(tx, { sellerId, userId, externalId: null, content });
    if (!productId) throw new Error('A product without a name of its own was there before');
    return ok({ productId });
  });
}

/** A product of which nothing is but a draft; answers its id, or null when one of that name is there. */
export async function insertDraftProduct(
  tx: Transaction,
  {
    sellerId,
    userId,
    externalId,
    content,
  }: By & {
    /** What a file calls it. */
    readonly externalId: string | null;
    readonly content: ProductContent;
  },
): Promise<string | null> {
  const { categoryId, title } = content;
  if (categoryId === null) throw new Error('A product begins in a category');
  const productId = newId();
  const [made] = await tx
    .insert(products)
    .values({
      id: productId,
      slug: productId,
      categoryId,
      ownerSellerId: sellerId,
      status: 'draft',
      externalId,
    })
    .onConflictDoNothing()
    .returning({ id: products.id });
  if (!made) return null;
  await tx.insert(productRevisions).values({ productId, revision: 1, createdBy: userId });
  await tx.insert(productTranslations).values({ productId, revision: 1, locale: FIRST_LOCALE, title });
  await tx.insert(productDrafts).values({ productId, content, savedBy: userId });
  return productId;
}

/** Begins the next revision of a product of the seller's own, or finds the one that was begun. */
export async function editProduct(
  db: Database,
  { sellerId, userId, productId }: By & { readonly productId: string },
): Promise<Result<null, 'not_found'>> {
  return db.transaction(async (tx) => {
    const [own] = await tx
      .select({ status: products.status })
      .from(products)
      .where(and(eq(products.id, productId), eq(products.ownerSellerId, sellerId)))
      .for('no key update');
    if (!own || own.status === 'retired') return refuse('not_found');
    // What was never handed in says nothing yet but in its draft.
    if (await lockOwnDraft(tx, sellerId, productId)) return ok(null);
    const content = await readContent(tx, productId, FIRST_LOCALE);
    if (!content) return refuse('not_found');
    await tx.insert(productDrafts).values({ productId, content, savedBy: userId });
    return ok(null);
  });
}

/**
 * Saves a step of a draft. `conflict` when somebody else saved since the editor saw it, `draft_in_review` while staff
 * looks at it: what they see does not change under their eyes.
 */
export async function saveDraft(
  db: Database,
  {
    sellerId,
    userId,
    productId,
    version,
    change,
  }: By & {
    readonly productId: string;
    readonly version: number;
    readonly change: (content: ProductContent) => ProductContent;
  },
): Promise<Result<{ version: number }, 'not_found' | 'conflict' | 'draft_in_review' | 'illegal_transition'>> {
  return db.transaction(async (tx) => {
    const draft = await lockOwnDraft(tx, sellerId, productId);
    if (!draft) return refuse('not_found');
    const status = nextDraftStatus(draft.status, 'save');
    if (!status.ok) return status;
    if (draft.version !== version) return refuse('conflict');
    const content = change(draft.content);
    if (content.categoryId !== null && !(await categoryExists(tx, content.categoryId))) {
      return refuse('not_found');
    }
    await writeDraft(tx, draft, { status: status.value, content, savedBy: userId });
    return ok({ version: version + 1 });
  });
}

/** Throws a draft away; of a product that was never live nothing is left, of a live one nothing changes. */
export async function discardDraft(
  db: Database,
  { sellerId, productId }: Omit<By, 'userId'> & { readonly productId: string },
): Promise<Result<null, 'not_found' | 'draft_in_review'>> {
  return db.transaction(async (tx) => {
    const draft = await lockOwnDraft(tx, sellerId, productId);
    if (!draft) return refuse('not_found');
    if (draft.status === 'in_review') return refuse('draft_in_review');
    await tx.delete(productDrafts).where(eq(productDrafts.productId, productId));
    // Offers may hang on its variants by now, so it is taken away, not deleted.
    if (draft.productStatus !== 'live') {
      await tx.update(products).set({ status: 'retired' }).where(eq(products.id, productId));
    }
    return ok(null);
  });
}

async function categoryExists(db: Executor | Transaction, categoryId: string): Promise<boolean> {
  const found = await db.select({ id: categories.id }).from(categories).where(eq(categories.id, categoryId));
  return found.length > 0;
}
