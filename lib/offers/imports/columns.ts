import { createHash } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import { sheetMappings } from '@/db/schema/offer-imports';
import type { Executor } from '@/lib/platform/database';
import { SHEET_FIELDS, type SheetColumns, type SheetField } from './model';

/** What columns are called, in our own export first and then elsewhere; spaces, case and punctuation do not matter. */
const NAMES: Readonly<Record<SheetField, readonly string[]>> = {
  offerId: ['offerid', 'offer'],
  sku: ['sku', 'sellersku', 'itemsku', 'articlenumber', 'artikelnummer', 'reference'],
  gtin: ['gtin', 'ean', 'barcode', 'upc'],
  price: ['price', 'priceeur', 'unitprice', 'preis', 'prix'],
  onHand: ['onhand', 'stock', 'quantity', 'qty', 'inventory', 'bestand', 'menge'],
  selling: ['selling', 'active', 'forsale', 'aktiv'],
};

/** What stands before a heading in a file of rows that were left out; see `problemSheet`. */
export const BEFORE_PROBLEMS = ['row', 'problem'] as const;

/**
 * What a seller said of this heading before, else what its names say by themselves. Rows that were left out come back as
 * they were sent.
 */
export async function columnsFor(
  db: Executor,
  sellerId: string,
  heading: readonly string[],
): Promise<SheetColumns> {
  const ahead = BEFORE_PROBLEMS.every((name, column) => heading[column] === name)
    ? BEFORE_PROBLEMS.length
    : 0;
  const [known] = await db
    .select({ columns: sheetMappings.columns })
    .from(sheetMappings)
    .where(
      and(eq(sheetMappings.sellerId, sellerId), eq(sheetMappings.headingHash, hashOf(heading.slice(ahead)))),
    );
  return known ? shifted(known.columns, ahead) : guessColumns(heading);
}

function shifted(columns: SheetColumns, by: number): SheetColumns {
  return Object.fromEntries(Object.entries(columns).map(([field, column]) => [field, column + by]));
}

/** The next file with this heading is read the same way. */
export async function rememberColumns(
  db: Executor,
  sellerId: string,
  heading: readonly string[],
  columns: SheetColumns,
): Promise<void> {
  await db
    .insert(sheetMappings)
    .values({ sellerId, headingHash: hashOf(heading), columns })
    .onConflictDoUpdate({
      target: [sheetMappings.sellerId, sheetMappings.headingHash],
      set: { columns, updatedAt: new Date() },
    });
}

export function guessColumns(heading: readonly string[]): SheetColumns {
  const plain = heading.map((name) => name.toLowerCase().replaceAll(/[^a-z]/g, ''));
  const found = SHEET_FIELDS.map((field) => [field, plain.findIndex((name) => NAMES[field].includes(name))]);
  return Object.fromEntries(found.filter(([, column]) => column !== -1));
}

/** Whether they name an offer, and something to change of it. */
export function isUsable({ offerId, sku, gtin, price, onHand, selling }: SheetColumns): boolean {
  const isSaid = (column: number | undefined) => column !== undefined;
  return [offerId, sku, gtin].some(isSaid) && [price, onHand, selling].some(isSaid);
}

/** Whether every column is one of this heading's, and says one thing. */
export function fits(columns: SheetColumns, heading: readonly string[]): boolean {
  const named = Object.values(columns);
  return new Set(named).size === named.length && named.every((column) => column < heading.length);
}

function hashOf(heading: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(heading)).digest('base64url');
}
