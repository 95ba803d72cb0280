import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  primaryKey,
  text,
  uuid,
} from 'drizzle-orm/pg-core';
import { createdAt, id, updatedAt } from './columns';
import { sellers } from './sellers';

export const offerImportStatus = pgEnum('offer_import_status', [
  'expected',
  'checking',
  'unmapped',
  'checked',
  'applying',
  'applied',
  'undoing',
  'undone',
  'failed',
]);

/** Which column says what of an offer, counted from 0. */
export type SheetColumns = Readonly<
  Partial<Record<'sku' | 'offerId' | 'gtin' | 'price' | 'onHand' | 'selling', number>>
>;

/** How a seller's files with one heading are read. */
export const sheetMappings = pgTable(
  'sheet_mappings',
  {
    sellerId: uuid()
      .notNull()
      .references(() => sellers.id),
    headingHash: text().notNull(),
    columns: jsonb().$type<SheetColumns>().notNull(),
    updatedAt: updatedAt(),
  },
  (table) => [primaryKey({ columns: [table.sellerId, table.headingHash] })],
);

/** A file by which a seller changes many offers: read, shown as what it would change, applied, and taken back. */
export const offerImports = pgTable(
  'offer_imports',
  {
    id: id(),
    sellerId: uuid()
      .notNull()
      .references(() => sellers.id),
    userId: uuid().notNull(),
    status: offerImportStatus().notNull().default('expected'),
    fileName: text().notNull(),
    /** Where the file lies in the private storage. */
    key: text().notNull().unique(),
    bytes: integer().notNull(),
    /** Why nothing of it could be read; null when it could. */
    failure: text(),
    /** Its first line. */
    heading: jsonb().$type<readonly string[]>(),
    /** Which column says what; null until that is known. */
    columns: jsonb().$type<SheetColumns>(),
    /** How many of its rows have been read so far. */
    rowsRead: integer().notNull().default(0),
    rowsUnchanged: integer().notNull().default(0),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [
    index().on(table.sellerId, table.createdAt.desc()),
    check('offer_imports_bytes', sql`${table.bytes} > 0`),
  ],
);

/** What an offer was, or is to be. */
export type OfferState = {
  /** Null: it has no price in the market's currency, and gets none. */
  readonly priceMinor: number | null;
  readonly onHand: number;
  readonly selling: boolean;
};

/** The rows that change something, or are wrong; what changes nothing is only counted. */
export const offerImportRows = pgTable(
  'offer_import_rows',
  {
    importId: uuid()
      .notNull()
      .references(() => offerImports.id, { onDelete: 'cascade' }),
    /** Counts from 1, without the heading. */
    number: integer().notNull(),
    /** The row as it was typed. */
    cells: jsonb().$type<readonly string[]>().notNull(),
    /** Why it is left out; null when it is not. */
    problem: text(),
    offerId: uuid(),
    /** Of an offer that is made by this row: what it sells, and under which SKU. */
    variantId: uuid(),
    sellerSku: text(),
    /** Of the offer as `before` says it. */
    version: integer(),
    before: jsonb().$type<OfferState>(),
    after: jsonb().$type<OfferState>(),
    isApplied: boolean().notNull().default(false),
  },
  (table) => [
    primaryKey({ columns: [table.importId, table.number] }),
    // What is left to apply, or to take back.
    index('offer_import_rows_left')
      .on(table.importId, table.isApplied, table.number)
      .where(sql`${table.problem} is null`),
    index('offer_import_rows_offer')
      .on(table.importId, table.offerId)
      .where(sql`${table.problem} is null`),
    index('offer_import_rows_variant')
      .on(table.importId, table.variantId)
      .where(sql`${table.variantId} is not null`),
    check(
      'offer_import_rows_whole',
      sql`${table.problem} is not null
        or (${table.offerId} is not null and ${table.version} is not null
          and ${table.before} is not null and ${table.after} is not null)`,
    ),
  ],
);
