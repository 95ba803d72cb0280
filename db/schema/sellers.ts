import { sql } from 'drizzle-orm';
import {
  char,
  check,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  primaryKey,
  smallint,
  text,
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
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [
    // The operator's queue: who waits, oldest first.
    index().on(table.status, table.createdAt),
    check('sellers_commission_range', sql`${table.commissionBasisPoints} between 0 and 10000`),
    check('sellers_handling_range', sql`${table.handlingDays} between 0 and 60`),
  ],
);

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

/** How a seller sends parcels and what that costs, per currency: `standard`, `express`. */
export const deliveryOptions = pgTable(
  'delivery_options',
  {
    sellerId: uuid()
      .notNull()
      .references(() => sellers.id),
    code: text().notNull(),
    currency: currency().notNull(),
    priceMinor: minor().notNull(),
    /** Free from this goods value on; null means never. */
    freeFromMinor: minor(),
    /** Days in transit after hand-over. */
    minDays: smallint().notNull(),
    maxDays: smallint().notNull(),
    /** ISO 3166-1 alpha-2 destinations; empty means everywhere. */
    countries: jsonb().$type<string[]>().notNull().default([]),
    position: smallint().notNull().default(0),
  },
  (table) => [
    primaryKey({ columns: [table.sellerId, table.currency, table.code] }),
    check('delivery_options_price', sql`${table.priceMinor} >= 0`),
    check('delivery_options_days', sql`${table.minDays} between 0 and ${table.maxDays}`),
  ],
);
