import { and, eq } from 'drizzle-orm';
import { products } from '@/db/schema/catalog';
import { importPictures } from '@/lib/media';
import { ok, type Result } from '@/lib/kernel/result';
import type { Database, Transaction } from '@/lib/platform/database';
import { editProduct, insertDraftProduct } from '../drafts/save-draft';
import { lockOwnDraft, writeDraft } from '../drafts/own-draft';
import { nextDraftStatus } from '../drafts/transitions';
import type { ProductByFile, ProductsByFile } from '../model';
import { planProducts, type PlannedProduct } from './plan-products';
import { externalIdOf } from './product-key';
import { readProducts } from './read-products';

type By = { readonly sellerId: string; readonly userId: string };

/** What a file of products would make. Changes nothing; refuses what is no such file (`product_sheet_unusable`). */
export async function checkProductFile(
  db: Database,
  { sellerId, file }: Pick<By, 'sellerId'> & { readonly file: Buffer },
): Promise<Result<ProductsByFile, 'product_sheet_unusable'>> {
  const sheet = await readProducts(file);
  if (!sheet.ok) return sheet;
  const { ready, ...rest } = await planProducts(db, sellerId, sheet.value);
  return ok({ heading: sheet.value.heading, ...rest, ready: ready.map(toView) });
}

/**
 * Makes drafts of the products of a file, or changes those it made before, each for itself; their pictures are fetched
 * by the worker. The same file again, or twice at once, makes nothing twice. Refuses what is no such file.
 */
export async function makeProductsByFile(
  db: Database,
  { file, ...by }: By & { readonly file: Buffer },
): Promise<Result<ProductsByFile, 'product_sheet_unusable'>> {
  const sheet = await readProducts(file);
  if (!sheet.ok) return sheet;
  const { ready, unchanged, problems } = await planProducts(db, by.sellerId, sheet.value);
  const made: ProductByFile[] = [];
  for (const planned of ready) if (await makeProduct(db, by, planned)) made.push(toView(planned));
  const overtaken = ready.length - made.length;
  return ok({ heading: sheet.value.heading, ready: made, unchanged: unchanged + overtaken, problems });
}

/** False when somebody else made or sent it meanwhile. */
async function makeProduct(db: Database, by: By, planned: PlannedProduct): Promise<boolean> {
  if (planned.productId === null) return db.transaction((tx) => insertProduct(tx, by, planned));
  await editProduct(db, { ...by, productId: planned.productId });
  return db.transaction((tx) => changeProduct(tx, by, planned, planned.productId!));
}

async function insertProduct(
  tx: Transaction,
  { sellerId, userId }: By,
  { key, content, pictures }: PlannedProduct,
): Promise<boolean> {
  const externalId = externalIdOf(sellerId, key);
  // What was discarded gives its name to what comes after it.
  await tx
    .update(products)
    .set({ externalId: null })
    .where(and(eq(products.externalId, externalId), eq(products.status, 'retired')));
  const productId = await insertDraftProduct(tx, {
    ...{ sellerId, userId, externalId },
    content: { ...content, pictures: await picturesFrom(tx, sellerId, pictures, content.title) },
  });
  return productId !== null;
}

async function changeProduct(
  tx: Transaction,
  { sellerId, userId }: By,
  { content, pictures }: PlannedProduct,
  productId: string,
): Promise<boolean> {
  const draft = await lockOwnDraft(tx, sellerId, productId);
  const status = draft && nextDraftStatus(draft.status, 'save');
  if (!draft || !status?.ok) return false;
  const shown =
    pictures.length > 0 ? await picturesFrom(tx, sellerId, pictures, content.title) : draft.content.pictures;
  await writeDraft(tx, draft, {
    status: status.value,
    content: { ...content, pictures: shown },
    savedBy: userId,
  });
  return true;
}

async function picturesFrom(tx: Transaction, sellerId: string, addresses: readonly string[], title: string) {
  const assetIds = await importPictures(tx, sellerId, addresses);
  return assetIds.map((assetId) => ({ assetId, alt: title, variantId: null }));
}

function toView({ key, rows, content, pictures, productId }: PlannedProduct): ProductByFile {
  return {
    number: rows[0]?.number ?? 0,
    key,
    title: content.title,
    variants: content.variants.length,
    pictures: pictures.length,
    isNew: productId === null,
  };
}
