import { eq, sql } from 'drizzle-orm';
import { offerImportRows, offerImports, type OfferState } from '@/db/schema/offer-imports';
import { DEFAULT_MARKET } from '@/lib/kernel/market';
import type { Transaction } from '@/lib/platform/database';
import { jsonRows, uuidArray } from '@/lib/platform/sql-values';
import type { RowProblem } from './model';
import type { SheetRow } from './read-sheet';

type Import = typeof offerImports.$inferSelect;
type KeptRow = typeof offerImportRows.$inferInsert;
type GoodRow = Extract<SheetRow, { problem: null }>;

type Offer = OfferState & {
  readonly offerId: string;
  readonly version: number;
  readonly reserved: number;
};

/**
 * Compares a batch of rows with the seller's offers as they are, keeps what would change or is wrong, and counts the
 * rest. In the transaction that says how far the file has been read, so a batch is checked once.
 */
export async function checkRows(tx: Transaction, file: Import, rows: readonly SheetRow[]): Promise<void> {
  // Another worker has taken it up, and been here.
  if (file.rowsRead >= rows[0]!.number) return;
  const offers = await findOffers(tx, file.sellerId, rows.filter(isGood));
  const named = await namedBefore(tx, file.id, offers);
  const kept: KeptRow[] = [];
  for (const row of rows) {
    const checked = row.problem === null ? checkRow(row, offers.get(row.number) ?? [], named) : row.problem;
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

function checkRow(
  row: GoodRow,
  [offer, ...more]: readonly Offer[],
  named: Set<string>,
): RowProblem | 'unchanged' | Pick<KeptRow, 'offerId' | 'version' | 'before' | 'after'> {
  if (!offer) return 'offer_unknown';
  if (more.length > 0) return 'sku_ambiguous';
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

function isGood(row: SheetRow): row is GoodRow {
  return row.problem === null;
}

/** By row: the seller's offer of that id, or those of that SKU. */
async function findOffers(
  tx: Transaction,
  sellerId: string,
  rows: readonly GoodRow[],
): Promise<ReadonlyMap<number, readonly Offer[]>> {
  const wanted = rows.map(({ number, offerId, sku }) => ({ number, offerId, sku }));
  const found = await tx.execute<{
    number: number;
    id: string;
    version: number;
    selling: boolean;
    price_minor: string | null;
    on_hand: number;
    reserved: number;
  }>(sql`
    select g.number, o.id, o.version, o.status = 'active' as selling, price.price_minor,
      coalesce(st.on_hand, 0) as on_hand, coalesce(st.reserved, 0) as reserved
    from jsonb_to_recordset(${jsonRows(wanted)}) as g(number int, "offerId" uuid, sku text)
    cross join lateral (
      select * from offers where id = g."offerId" and seller_id = ${sellerId}
      union all
      (select * from offers where g."offerId" is null and seller_id = ${sellerId} and seller_sku = g.sku limit 2)
    ) o
    left join offer_prices price
      on price.offer_id = o.id and price.market = ${DEFAULT_MARKET.code} and price.currency = ${DEFAULT_MARKET.currency}
    left join stock st on st.offer_id = o.id`);
  const offers = new Map<number, Offer[]>();
  for (const { number, id, version, selling, price_minor, on_hand, reserved } of found) {
    const offer = {
      ...{ offerId: id, version, selling, reserved, onHand: on_hand },
      priceMinor: price_minor === null ? null : Number(price_minor),
    };
    offers.set(number, [...(offers.get(number) ?? []), offer]);
  }
  return offers;
}

/** Offers that an earlier batch of the file changes. */
async function namedBefore(
  tx: Transaction,
  importId: string,
  offers: ReadonlyMap<number, readonly Offer[]>,
): Promise<Set<string>> {
  const ids = [...offers.values()].flat().map(({ offerId }) => offerId);
  const rows = await tx.execute<{ offer_id: string }>(sql`
    select offer_id from offer_import_rows
    where import_id = ${importId} and problem is null and offer_id = any(${uuidArray(ids)})`);
  return new Set(rows.map((row) => row.offer_id));
}
