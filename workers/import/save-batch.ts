import { ensureCategories, saveProducts, type ImportedProduct, type ImportMapping } from '@/lib/catalog';
import { importStock } from '@/lib/inventory';
import { saveOffers } from '@/lib/offers';
import { reachRowsByKey, type Database, type Transaction } from '@/lib/platform/database';
import { projectBatch } from '@/lib/search';
import { saveSellers, type SellerToSave } from '@/lib/sellers';
import type { NumberedRow, RowProblem } from './batch-rows';

/**
 * Saves a batch in one transaction. When the database refuses the whole, every row is tried on its own, and
 * those it refuses are answered as problems.
 */
export async function saveBatch(
  db: Database,
  mapping: ImportMapping,
  rows: readonly NumberedRow[],
): Promise<RowProblem[]> {
  try {
    await db.transaction((tx) => saveRows(tx, mapping, rows));
    return [];
  } catch (error) {
    if (!isRefusal(error)) throw error;
    return rows.length === 1 ? rows.map((row) => problemOf(row, error)) : saveOneByOne(db, mapping, rows);
  }
}

async function saveOneByOne(
  db: Database,
  mapping: ImportMapping,
  rows: readonly NumberedRow[],
): Promise<RowProblem[]> {
  const problems: RowProblem[] = [];
  for (const row of rows) problems.push(...(await saveBatch(db, mapping, [row])));
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

function problemOf({ rowNumber }: NumberedRow, error: Error): RowProblem {
  const cause = causeOf(error);
  return { rowNumber, reason: cause instanceof Error ? cause.message : error.message };
}

/** Drizzle wraps what the driver throws. */
function causeOf(error: unknown): unknown {
  return error instanceof Error && error.cause !== undefined ? error.cause : error;
}
