import { sql } from 'drizzle-orm';
import {
  check,
  index,
  integer,
  pgEnum,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { at, createdAt, currency, id, minor, updatedAt } from './columns';
import { variants } from './catalog';
import { sellers } from './sellers';

export const offerCondition = pgEnum('offer_condition', ['new', 'refurbished', 'used']);
export const offerStatus = pgEnum('offer_status', ['active', 'paused']);

/** One seller's promise to sell one variant. */
export const offers = pgTable(
  'offers',
  {
    id: id(),
    sellerId: uuid()
      .notNull()
      .references(() => sellers.id),
    variantId: uuid()
      .notNull()
      .references(() => variants.id),
    sellerSku: text().notNull().default(''),
    condition: offerCondition().notNull().default('new'),
    status: offerStatus().notNull().default('active'),
    /** Overrides the seller's handling time. */
    handlingDays: smallint(),
    /** Counts edits; an editor who saw an older one is told. */
    version: integer().notNull().default(1),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [
    uniqueIndex().on(table.sellerId, table.variantId, table.condition),
    // Every offer on a product page.
    index().on(table.variantId),
    // A seller's offers by SKU, and all of them, newest first.
    index().on(table.sellerId, table.sellerSku),
    index().on(table.sellerId, table.id.desc()),
  ],
);

/** What an offer costs, tax included, per currency and market. */
export const offerPrices = pgTable(
  'offer_prices',
  {
    offerId: uuid()
      .notNull()
      .references(() => offers.id, { onDelete: 'cascade' }),
    market: text().notNull().default('default'),
    currency: currency().notNull(),
    priceMinor: minor().notNull(),
    /** The lowest price of the 30 days before a sale, shown struck out while the sale lasts. */
    compareAtMinor: minor(),
    saleEndsAt: at(),
    updatedAt: updatedAt(),
  },
  (table) => [
    primaryKey({ columns: [table.offerId, table.market, table.currency] }),
    check('offer_prices_positive', sql`${table.priceMinor} > 0`),
    // Cards know only two of the dinar's three decimals.
    check('offer_prices_payable', sql`${table.currency} <> 'KWD' or ${table.priceMinor} % 10 = 0`),
    check('offer_prices_compare_at', sql`${table.compareAtMinor} > ${table.priceMinor}`),
  ],
);

/** Every price an offer has had, from when on; written by a trigger, whoever changes it. */
export const offerPriceChanges = pgTable(
  'offer_price_changes',
  {
    offerId: uuid()
      .notNull()
      .references(() => offers.id, { onDelete: 'cascade' }),
    market: text().notNull(),
    currency: currency().notNull(),
    changedAt: createdAt(),
    priceMinor: minor().notNull(),
  },
  (table) => [primaryKey({ columns: [table.offerId, table.market, table.currency, table.changedAt] })],
);

export const saleStatus = pgEnum('sale_status', ['planned', 'running', 'ended', 'cancelled']);

/** A lower price for a while, then the one before again. */
export const offerSales = pgTable(
  'offer_sales',
  {
    id: id(),
    offerId: uuid()
      .notNull()
      .references(() => offers.id, { onDelete: 'cascade' }),
    market: text().notNull().default('default'),
    currency: currency().notNull(),
    priceMinor: minor().notNull(),
    startsAt: at().notNull(),
    /** Null: until somebody ends it. */
    endsAt: at(),
    status: saleStatus().notNull().default('planned'),
    /** What it cost until the sale began, and does again from its end on. */
    regularPriceMinor: minor(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [
    // One at a time.
    uniqueIndex('offer_sales_open')
      .on(table.offerId, table.market, table.currency)
      .where(sql`${table.status} in ('planned', 'running')`),
    index().on(table.offerId, table.id.desc()),
    // What is to begin, and to end.
    index('offer_sales_to_start')
      .on(table.startsAt)
      .where(sql`${table.status} = 'planned'`),
    index('offer_sales_to_end')
      .on(table.endsAt)
      .where(sql`${table.status} = 'running'`),
    check('offer_sales_price', sql`${table.priceMinor} > 0`),
    check('offer_sales_payable', sql`${table.currency} <> 'KWD' or ${table.priceMinor} % 10 = 0`),
    check('offer_sales_times', sql`${table.endsAt} > ${table.startsAt}`),
  ],
);
