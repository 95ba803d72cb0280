import { sql } from 'drizzle-orm';
import {
  char,
  check,
  date,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  primaryKey,
  smallint,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';
import { at, createdAt, currency, id, minor, updatedAt } from './columns';
import { users } from './identity';
import { mediaAssets } from './media';

export const sellerStatus = pgEnum('seller_status', ['applied', 'approved', 'declined', 'suspended']);

export const sellers = pgTable(
  'sellers',
  {
    id: id(),
    slug: text().notNull().unique(),
    name: text().notNull(),
    tagline: text().notNull().default(''),
    story: text().notNull().default(''),
    city: text().notNull().default(''),
    /** ISO 3166-1 alpha-2: where parcels leave from. */
    country: char({ length: 2 }).notNull(),
    returnsPolicy: text().notNull().default(''),
    /** Days from delivery in which a buyer may send goods back; 0 when they may not. */
    returnDays: smallint().notNull().default(30),
    status: sellerStatus().notNull().default('applied'),
    statusReason: text().notNull().default(''),
    /** Working days from payment to hand-over, unless an offer says otherwise. */
    handlingDays: smallint().notNull().default(2),
    /** This seller's own commission; null means the market's rate. */
    commissionBasisPoints: integer(),
    logoAssetId: uuid().references(() => mediaAssets.id),
    bannerAssetId: uuid().references(() => mediaAssets.id),
    approvedAt: at(),
    /** First and last day (in UTC) on which nobody can buy from it; both or none. */
    holidayFrom: date({ mode: 'string' }),
    holidayUntil: date({ mode: 'string' }),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [
    // The operator's queue: who waits, oldest first.
    index().on(table.status, table.createdAt),
    check('sellers_commission_range', sql`${table.commissionBasisPoints} between 0 and 10000`),
    check(
      'sellers_holiday',
      sql`(${table.holidayFrom} is null) = (${table.holidayUntil} is null) and ${table.holidayFrom} <= ${table.holidayUntil}`,
    ),
    check('sellers_handling_range', sql`${table.handlingDays} between 0 and 60`),
  ],
);

/** Who a shop is before the law, for its invoices. Without a row a shop stands there by its name and country. */
export const sellerBusinesses = pgTable('seller_businesses', {
  sellerId: uuid()
    .primaryKey()
    .references(() => sellers.id),
  legalName: text().notNull(),
  line1: text().notNull(),
  line2: text().notNull().default(''),
  postalCode: text().notNull(),
  city: text().notNull(),
  region: text().notNull().default(''),
  /** ISO 3166-1 alpha-2: where it pays its taxes. */
  country: char({ length: 2 }).notNull(),
  /** With its country's prefix, in capitals, without spaces; empty for a business without one. */
  vatId: text().notNull().default(''),
  updatedAt: updatedAt(),
});

export const sellerRole = pgEnum('seller_role', ['owner', 'catalogue', 'orders', 'finance', 'read_only']);

/** Who may act for a seller. */
export const sellerMembers = pgTable(
  'seller_members',
  {
    sellerId: uuid()
      .notNull()
      .references(() => sellers.id),
    userId: uuid()
      .notNull()
      .references(() => users.id),
    role: sellerRole().notNull(),
    createdAt: createdAt(),
  },
  (table) => [primaryKey({ columns: [table.sellerId, table.userId] }), index().on(table.userId)],
);

/** Countries a seller sends to on the same terms. What no zone names is "everywhere else". */
export const shippingZones = pgTable(
  'shipping_zones',
  {
    id: id(),
    sellerId: uuid()
      .notNull()
      .references(() => sellers.id),
    /** For the seller's own eyes: `Neighbours`. */
    name: text().notNull(),
    /** ISO 3166-1 alpha-2; no country is in two zones of a seller. */
    countries: jsonb().$type<string[]>().notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    index().on(table.sellerId),
    check('shipping_zones_countries', sql`jsonb_array_length(${table.countries}) > 0`),
  ],
);

/** How a seller sends parcels into a zone and what that costs, per currency: `standard`, `express`. */
export const deliveryOptions = pgTable(
  'delivery_options',
  {
    sellerId: uuid()
      .notNull()
      .references(() => sellers.id),
    /** Null: everywhere that no zone names. */
    zoneId: uuid().references(() => shippingZones.id, { onDelete: 'cascade' }),
    code: text().notNull(),
    currency: currency().notNull(),
    priceMinor: minor().notNull(),
    /** Free from this goods value on; null means never. */
    freeFromMinor: minor(),
    /** Working days in transit after hand-over, as the seller says. */
    minDays: smallint().notNull(),
    maxDays: smallint().notNull(),
    position: smallint().notNull().default(0),
  },
  (table) => [
    unique('delivery_options_once')
      .on(table.sellerId, table.currency, table.zoneId, table.code)
      .nullsNotDistinct(),
    index().on(table.zoneId),
    check('delivery_options_price', sql`${table.priceMinor} >= 0`),
    check('delivery_options_payable', sql`${table.currency} <> 'KWD' or ${table.priceMinor} % 10 = 0`),
    check('delivery_options_days', sql`${table.minDays} between 0 and ${table.maxDays}`),
  ],
);

/** What of a seller's deliveries takes how long: `handling`, or the code of a delivery option in transit. */
const measure = () => text().notNull();

/** How many parcels of a day took how many working days. Grows by counting; old days are forgotten. */
export const sellerPaces = pgTable(
  'seller_paces',
  {
    sellerId: uuid().notNull(),
    measure: measure(),
    onDay: date({ mode: 'string' }).notNull(),
    days: smallint().notNull(),
    count: integer().notNull().default(1),
  },
  (table) => [
    primaryKey({ columns: [table.sellerId, table.measure, table.onDay, table.days] }),
    // What is too old to count.
    index().on(table.onDay),
  ],
);

/** What the last 90 days of them teach, once they are enough: ready for quotes to read. */
export const sellerPromises = pgTable(
  'seller_promises',
  {
    sellerId: uuid().notNull(),
    measure: measure(),
    /** One in five was as fast as this. */
    minDays: smallint().notNull(),
    /** Four in five took no longer. */
    maxDays: smallint().notNull(),
    parcels: integer().notNull(),
    learnedAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.sellerId, table.measure] }),
    check('seller_promises_days', sql`${table.minDays} between 0 and ${table.maxDays}`),
  ],
);

export const sellerDocumentKind = pgEnum('seller_document_kind', [
  'registration',
  'identity',
  'tax',
  'other',
]);

/** What somebody who wants to sell shows to prove who they are. The files lie in the private storage. */
export const sellerDocuments = pgTable(
  'seller_documents',
  {
    id: id(),
    sellerId: uuid()
      .notNull()
      .references(() => sellers.id),
    kind: sellerDocumentKind().notNull(),
    /** As its owner's file was called. */
    name: text().notNull(),
    key: text().notNull().unique(),
    bytes: integer().notNull(),
    /** What its content is; null until it has arrived and been looked at. */
    mediaType: text(),
    uploadedBy: uuid()
      .notNull()
      .references(() => users.id),
    createdAt: createdAt(),
  },
  (table) => [index().on(table.sellerId)],
);
