import {
  prepareProducts,
  saveProducts,
  type ImportedProduct,
  type ImportMapping,
  type SavedProduct,
} from '@/lib/catalog';
import { importStock } from '@/lib/inventory';
import { saveOffers } from '@/lib/offers';
import { reachRowsByKey, type Database, type Transaction } from '@/lib/platform/database';
import { projectBatch } from '@/lib/search';
import { saveSellers, type SellerToSave } from '@/lib/sellers';
import type { NumberedRow, RowProblem } from './batch-rows';

/** What became of rows that were saved. */
export type SavedBatch = {
  /** The rows that the database refused. */
  readonly refused: readonly RowProblem[];
  /** The rows whose picture could not be had so far, and why; the worker tries again. */
  readonly withoutPicture: readonly RowProblem[];
};

export const NOTHING_SAVED: SavedBatch = { refused: [], withoutPicture: [] };

/**
 * Saves a batch and its listings in one transaction; what batches share is made sure of before. When the database refuses
 * the whole, every row is tried on its own.
 */
export async function saveBatch(
  db: Database,
  mapping: ImportMapping,
  rows: readonly NumberedRow[],
): Promise<SavedBatch> {
  if (rows.length === 0) return NOTHING_SAVED;
  const products = firstOfEach(rows);
  try {
    const surroundings = await db.transaction((tx) => prepareProducts(tx, products));
    const sellerIds = await db.transaction((tx) => saveSellers(tx, sellersOf(mapping, rows)));
    const saved = await db.transaction(async (tx) => {
      await reachRowsByKey(tx);
      const productsOfBatch = await saveProducts(tx, products, surroundings);
      await saveOfferRows(tx, mapping, rows, productsOfBatch, sellerIds);
      await projectBatch(
        tx,
        [...productsOfBatch.values()].map(({ productId }) => productId),
      );
      return productsOfBatch;
    });
    return { refused: [], withoutPicture: withoutPicture(rows, saved) };
  } catch (error) {
    if (!isRefusal(error)) throw error;
    if (rows.length > 1) return saveOneByOne(db, mapping, rows);
    return { refused: rows.map((row) => problemOf(row, error)), withoutPicture: [] };
  }
}

async function saveOneByOne(
  db: Database,
  mapping: ImportMapping,
  rows: readonly NumberedRow[],
): Promise<SavedBatch> {
  const saved: SavedBatch[] = [];
  for (const row of rows) saved.push(await saveBatch(db, mapping, [row]));
  return {
    refused: saved.flatMap(({ refused }) => refused),
    withoutPicture: saved.flatMap(({ withoutPicture }) => withoutPicture),
  };
}

/** A product that stands in many rows is told with its first. */
function withoutPicture(
  rows: readonly NumberedRow[],
  saved: ReadonlyMap<string, SavedProduct>,
): RowProblem[] {
  const told = new Set<string>();
  return rows.flatMap(({ rowNumber, mapped: { product } }) => {
    const reason = saved.get(product.externalId)?.pictureFailure;
    if (!reason || told.has(product.externalId)) return [];
    told.add(product.externalId);
    return [{ rowNumber, reason }];
  });
}

/** The first of a product's rows says what it is. */
function firstOfEach(rows: readonly NumberedRow[]): ImportedProduct[] {
  const products = new Map<string, ImportedProduct>();
  for (const { mapped } of rows) {
    const { product } = mapped;
    if (!products.has(product.externalId)) products.set(product.externalId, product);
  }
  return [...products.values()];
}

/** The last of a seller's rows for a product says what it costs there. */
async function saveOfferRows(
  tx: Transaction,
  mapping: ImportMapping,
  rows: readonly NumberedRow[],
  saved: ReadonlyMap<string, SavedProduct>,
  sellerIds: ReadonlyMap<string, string>,
): Promise<void> {
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
  const counts = onSale.map(({ offerId, sellerId, variantId }) => ({
    offerId,
    onHand: offers.get(`${sellerId}/${variantId}`)?.stock ?? 0,
  }));
  await importStock(tx, counts, mapping.name);
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
