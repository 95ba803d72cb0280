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
    // A seller's table, by SKU.
    index().on(table.sellerId, table.sellerSku),
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
    /** The price before a sale, shown struck out while the sale lasts. */
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
