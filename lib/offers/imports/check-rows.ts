import { eq, sql } from 'drizzle-orm';
import { offerImportRows, offerImports, type OfferState } from '@/db/schema/offer-imports';
import { newId } from '@/lib/kernel/ids';
import type { Transaction } from '@/lib/platform/database';
import { uuidArray } from '@/lib/platform/sql-values';
import { findNamedOffers, type FoundOffer } from './find-named-offers';
import { findVariantsToSell, type FoundVariant } from './find-variants-to-sell';
import type { RowProblem } from './model';
import type { GoodRow, SheetRow } from './read-sheet';

type Import = typeof offerImports.$inferSelect;
type KeptRow = typeof offerImportRows.$inferInsert;

type Checked =
  | RowProblem
  | 'unchanged'
  | Pick<KeptRow, 'offerId' | 'variantId' | 'sellerSku' | 'version' | 'before' | 'after'>;

const LONGEST_SKU = 60;

/** An offer that is not there yet. */
const NOTHING: OfferState = { priceMinor: null, onHand: 0, selling: false };

/**
 * Compares a batch of rows with the seller's offers as they are, keeps what would change, be made or is wrong, and counts
 * the rest. In the transaction that says how far the file has been read, so a batch is checked once.
 */
export async function checkRows(tx: Transaction, file: Import, rows: readonly SheetRow[]): Promise<void> {
  // Another worker has taken it up, and been here.
  if (file.rowsRead >= rows[0]!.number) return;
  const good = rows.filter(isGood);
  const offers = await findNamedOffers(tx, file.sellerId, good);
  const unknown = good.filter((row) => row.offerId === null && row.gtin !== '' && !offers.has(row.number));
  const variants = await findVariantsToSell(tx, file.sellerId, unknown);
  const named = await namedBefore(tx, file.id, offers, variants);
  const check = (row: GoodRow): Checked => {
    const found = offers.get(row.number);
    if (found) return checkChange(row, found, named);
    const known = variants.get(row.number);
    return known ? checkNew(row, known, named) : 'offer_unknown';
  };
  const kept: KeptRow[] = [];
  for (const row of rows) {
    const checked = row.problem ?? check(row);
    if (checked === 'unchanged') continue;
    const { number, cells } = row;
    kept.push({
      ...{ importId: file.id, number, cells },
      ...(typeof checked === 'string' ? { problem: checked } : checked),
    });
  }
  if (kept.length > 0) await tx.insert(offerImportRows).values(kept);
  await tx
    .update(offerImports)
    .set({
      rowsRead: rows.at(-1)!.number,
      rowsUnchanged: sql`${offerImports.rowsUnchanged} + ${rows.length - kept.length}`,
    })
    .where(eq(offerImports.id, file.id));
}

function checkChange(row: GoodRow, [offer, ...more]: readonly FoundOffer[], named: Set<string>): Checked {
  if (!offer) return 'offer_unknown';
  if (more.length > 0) return row.sku === '' ? 'gtin_ambiguous' : 'sku_ambiguous';
  if (named.has(offer.offerId)) return 'named_twice';
  const { offerId, version, reserved, ...before } = offer;
  const after = {
    priceMinor: row.priceMinor ?? before.priceMinor,
    onHand: row.onHand ?? before.onHand,
    selling: row.selling ?? before.selling,
  };
  if (after.onHand < reserved) return 'stock_below_reserved';
  named.add(offerId);
  const isSame =
    after.priceMinor === before.priceMinor &&
    after.onHand === before.onHand &&
    after.selling === before.selling;
  return isSame ? 'unchanged' : { offerId, version, before, after };
}

/** A product the seller does not offer yet, known by its GTIN: it needs a price, and is for sale unless the row says no. */
function checkNew(row: GoodRow, found: readonly FoundVariant[] | 'gtin_wrong', named: Set<string>): Checked {
  if (found === 'gtin_wrong') return found;
  const [variant, ...more] = found;
  if (!variant) return 'product_unknown';
  if (more.length > 0) return 'gtin_ambiguous';
  if (variant.isOffered) return 'already_offered';
  const { variantId } = variant;
  if (named.has(variantId)) return 'named_twice';
  if (row.priceMinor === null) return 'price_missing';
  if (row.sku.length > LONGEST_SKU) return 'sku_too_long';
  named.add(variantId);
  const after = { priceMinor: row.priceMinor, onHand: row.onHand ?? 0, selling: row.selling ?? true };
  return { offerId: newId(), variantId, sellerSku: row.sku, version: 0, before: NOTHING, after };
}

function isGood(row: SheetRow): row is GoodRow {
  return row.problem === null;
}

/** Offers and variants that an earlier batch of the file is about. */
async function namedBefore(
  tx: Transaction,
  importId: string,
  offers: ReadonlyMap<number, readonly FoundOffer[]>,
  variants: ReadonlyMap<number, readonly FoundVariant[] | 'gtin_wrong'>,
): Promise<Set<string>> {
  const offerIds = [...offers.values()].flat().map(({ offerId }) => offerId);
  const found = [...variants.values()].flatMap((each) => (each === 'gtin_wrong' ? [] : each));
  const variantIds = found.map(({ variantId }) => variantId);
  const rows = await tx.execute<{ id: string }>(sql`
    select offer_id as id from offer_import_rows
    where import_id = ${importId} and problem is null and offer_id = any(${uuidArray(offerIds)})
    union all
    select variant_id from offer_import_rows
    where import_id = ${importId} and problem is null and variant_id = any(${uuidArray(variantIds)})`);
  return new Set(rows.map(({ id }) => id));
}
