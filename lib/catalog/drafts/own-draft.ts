import { and, eq, sql } from 'drizzle-orm';
import { productDrafts, products } from '@/db/schema/catalog';
import type { Executor, Transaction } from '@/lib/platform/database';
import type { DraftStatus, ProductStatus } from '../model';
import { productContent, type ProductContent } from './content';

export type Draft = {
  readonly productId: string;
  readonly slug: string;
  readonly productStatus: ProductStatus;
  readonly status: DraftStatus;
  readonly reason: string;
  readonly content: ProductContent;
  readonly version: number;
  readonly savedBy: string | null;
};

const COLUMNS = {
  productId: products.id,
  slug: products.slug,
  productStatus: products.status,
  status: productDrafts.status,
  reason: productDrafts.reason,
  content: productDrafts.content,
  version: productDrafts.version,
  savedBy: productDrafts.savedBy,
};

/** The draft of a seller's own product; null when there is none or the product is another's. */
export async function getOwnDraft(db: Executor, sellerId: string, productId: string): Promise<Draft | null> {
  const [row] = await ownDraft(db, sellerId, productId);
  return row ? toDraft(row) : null;
}

/** The same, locked with its product until the transaction ends. */
export async function lockOwnDraft(
  tx: Transaction,
  sellerId: string,
  productId: string,
): Promise<Draft | null> {
  const [row] = await ownDraft(tx, sellerId, productId).for('no key update');
  return row ? toDraft(row) : null;
}

/** A product's draft for staff, locked; null when there is none. */
export async function lockDraft(tx: Transaction, productId: string): Promise<Draft | null> {
  const [row] = await tx
    .select(COLUMNS)
    .from(productDrafts)
    .innerJoin(products, eq(products.id, productDrafts.productId))
    .where(eq(products.id, productId))
    .for('no key update');
  return row ? toDraft(row) : null;
}

/** Writes what becomes of a draft, one version on. */
export async function writeDraft(
  tx: Transaction,
  draft: Draft,
  change: Partial<typeof productDrafts.$inferInsert>,
): Promise<void> {
  await tx
    .update(productDrafts)
    .set({ ...change, version: draft.version + 1, updatedAt: sql`now()` })
    .where(eq(productDrafts.productId, draft.productId));
}

function ownDraft(db: Executor, sellerId: string, productId: string) {
  return db
    .select(COLUMNS)
    .from(productDrafts)
    .innerJoin(products, eq(products.id, productDrafts.productId))
    .where(and(eq(products.id, productId), eq(products.ownerSellerId, sellerId)));
}

function toDraft(row: Omit<Draft, 'content'> & { readonly content: unknown }): Draft {
  return { ...row, content: productContent.parse(row.content) };
}
