import {
  ensureCategories,
  saveImportProgress,
  saveProducts,
  type ImportedProduct,
  type ImportMapping,
  type MappedRow,
} from '@/lib/catalog';
import { importStock } from '@/lib/inventory';
import { saveOffers } from '@/lib/offers';
import { reachRowsByKey, type Database, type Transaction } from '@/lib/platform/database';
import { projectBatch } from '@/lib/search';
import { saveSellers, type SellerToSave } from '@/lib/sellers';

/** A row with its number in the file. */
export type NumberedRow = { readonly rowNumber: number; readonly mapped: MappedRow };

export type BatchProgress = {
  readonly sourceKey: string;
  readonly rowsRead: number;
  readonly rowsFailed: number;
};

export type RowProblem = { readonly rowNumber: number; readonly reason: string };

/**
 * Saves a batch and how far the import has come with it, in one transaction. When the database refuses the
 * whole, every product is tried on its own, and those it refuses are answered as problems.
 */
export async function saveBatch(
  db: Database,
  mapping: ImportMapping,
  rows: readonly NumberedRow[],
  progress: BatchProgress,
): Promise<RowProblem[]> {
  try {
    await db.transaction(async (tx) => {
      await saveRows(tx, mapping, rows);
      await saveImportProgress(tx, progress.sourceKey, progress);
    });
    return [];
  } catch (error) {
    if (!isRefusal(error)) throw error;
    return saveOneByOne(db, mapping, rows, progress);
  }
}

async function saveOneByOne(
  db: Database,
  mapping: ImportMapping,
  rows: readonly NumberedRow[],
  progress: BatchProgress,
): Promise<RowProblem[]> {
  const problems: RowProblem[] = [];
  for (const row of rows) {
    try {
      await db.transaction((tx) => saveRows(tx, mapping, [row]));
    } catch (error) {
      if (!isRefusal(error)) throw error;
      problems.push({ rowNumber: row.rowNumber, reason: reasonOf(error) });
    }
  }
  await db.transaction((tx) =>
    saveImportProgress(tx, progress.sourceKey, {
      ...progress,
      rowsFailed: progress.rowsFailed + problems.length,
    }),
  );
  return problems;
}

async function saveRows(
  tx: Transaction,
  mapping: ImportMapping,
  rows: readonly NumberedRow[],
): Promise<void> {
  if (rows.length === 0) return;
  await reachRowsByKey(tx);
  // The first of a product's rows says what it is.
  const products = new Map<string, ImportedProduct>();
  for (const { mapped } of rows) {
    const { product } = mapped;
    if (!products.has(product.externalId)) products.set(product.externalId, product);
  }
  const paths = new Set([...products.values()].map(({ categoryPath }) => categoryPath));
  const categoryIds = await ensureCategories(tx, [...paths]);
  const saved = await saveProducts(tx, [...products.values()], categoryIds);
  const sellerIds = await saveSellers(tx, sellersOf(mapping, rows));
  const offers = new Map(
    rows.map(({ mapped: { offer } }) => {
      const product = saved.get(offer.externalId);
      const sellerId = sellerIds.get(offer.sellerSlug);
      if (!product || !sellerId)
        throw new Error(`${offer.externalId} was saved without its product or seller`);
      const { variantId } = product;
      return [`${sellerId}/${variantId}`, { ...offer, sellerId, variantId }] as const;
    }),
  );
  const onSale = await saveOffers(tx, [...offers.values()]);
  await importStock(
    tx,
    onSale.map(({ offerId, sellerId, variantId }) => ({
      offerId,
      onHand: offers.get(`${sellerId}/${variantId}`)?.stock ?? 0,
    })),
    mapping.name,
  );
  await projectBatch(
    tx,
    [...saved.values()].map(({ productId }) => productId),
  );
}

function sellersOf({ offer: { seller } }: ImportMapping, rows: readonly NumberedRow[]): SellerToSave[] {
  const names = new Map(rows.map(({ mapped: { offer } }) => [offer.sellerSlug, offer.sellerName]));
  const delivery = Object.entries(seller.delivery).map(([currency, terms]) => ({ ...terms, currency }));
  return [...names].map(([slug, name]) => ({ ...seller, slug, name, delivery }) as SellerToSave);
}

/** PostgreSQL says no to the data (classes 22 and 23), rather than being gone or out of room. */
function isRefusal(error: unknown): error is Error {
  const cause = causeOf(error);
  return cause instanceof Error && 'code' in cause && /^2[23]/.test(String(cause.code));
}

function reasonOf(error: Error): string {
  const cause = causeOf(error);
  return cause instanceof Error ? cause.message : error.message;
}

/** Drizzle wraps what the driver throws. */
function causeOf(error: unknown): unknown {
  return error instanceof Error && error.cause !== undefined ? error.cause : error;
}
