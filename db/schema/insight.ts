import { sql } from 'drizzle-orm';
import {
  check,
  customType,
  date,
  index,
  integer,
  pgTable,
  primaryKey,
  smallint,
  text,
  uuid,
} from 'drizzle-orm/pg-core';
import { createdAt, currency, minor } from './columns';

/** A transaction's number, which never comes again. */
const xid8 = customType<{ data: string }>({ dataType: () => 'xid8' });

export type ActivityKind = 'shown' | 'viewed' | 'carted';

/**
 * What visitors saw and took: which product, at which hour, and nothing about who it was. Partitioned by month, in
 * which it is forgotten, too (`keep_activity_partitions`).
 */
export const activityEvents = pgTable(
  'activity_events',
  {
    kind: text().$type<ActivityKind>().notNull(),
    /** Of what was carted the offer says it. */
    productId: uuid(),
    /** Viewed: the one in the buy box. */
    offerId: uuid(),
    /** What was searched for before. */
    term: text(),
    occurredAt: createdAt(),
    writtenIn: xid8()
      .notNull()
      .default(sql`pg_current_xact_id()`),
  },
  (table) => [
    // What has not been counted.
    index().on(table.writtenIn),
    check('activity_events_kind', sql`${table.kind} in ('shown', 'viewed', 'carted')`),
    check('activity_events_about', sql`coalesce(${table.productId}, ${table.offerId}) is not null`),
  ],
);

/** Everything written by earlier transactions than `upTo` has been counted. One row. */
export const activityMark = pgTable(
  'activity_mark',
  {
    id: smallint().primaryKey().default(1),
    upTo: xid8().notNull(),
  },
  (table) => [check('activity_mark_one', sql`${table.id} = 1`)],
);

const traffic = {
  sellerId: uuid().notNull(),
  /** UTC. */
  day: date().notNull(),
  shown: integer().notNull().default(0),
  viewed: integer().notNull().default(0),
  /** Views in which the buy box was the seller's. */
  inBuyBox: integer().notNull().default(0),
  /** Views while the seller had nothing of it to sell. */
  soldOut: integer().notNull().default(0),
  carted: integer().notNull().default(0),
};

/** A seller's visitors by day: of every product they offer. */
export const trafficDays = pgTable('traffic_days', traffic, (table) => [
  primaryKey({ columns: [table.sellerId, table.day] }),
]);

export const productTrafficDays = pgTable(
  'product_traffic_days',
  { ...traffic, productId: uuid().notNull() },
  (table) => [
    primaryKey({ columns: [table.sellerId, table.day, table.productId] }),
    // How often a product that sold well was looked at.
    index().on(table.sellerId, table.productId, table.day),
    // What was looked at while there was none.
    index('product_traffic_days_sold_out')
      .on(table.sellerId, table.day, table.productId)
      .where(sql`${table.soldOut} > 0`),
  ],
);

/** What visitors searched for when they found a seller's products. */
export const termDays = pgTable(
  'term_days',
  {
    sellerId: uuid().notNull(),
    day: date().notNull(),
    term: text().notNull(),
    shown: integer().notNull().default(0),
    viewed: integer().notNull().default(0),
  },
  (table) => [primaryKey({ columns: [table.sellerId, table.day, table.term] })],
);

/** What a seller sold on a day, and what became of it until now. Made again from the orders when one changes. */
export const salesDays = pgTable(
  'sales_days',
  {
    sellerId: uuid().notNull(),
    /** On which it was ordered, UTC. */
    day: date().notNull(),
    currency: currency().notNull(),
    orders: integer().notNull(),
    units: integer().notNull(),
    /** Goods less the discounts the seller paid for. */
    salesMinor: minor().notNull(),
    cancelledUnits: integer().notNull(),
    returnedUnits: integer().notNull(),
    /** That had not all arrived when their promise passed. */
    lateOrders: integer().notNull(),
    /** Of which the seller called off something. */
    cancelledOrders: integer().notNull(),
    disputedOrders: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.sellerId, table.day, table.currency] })],
);

export const productSalesDays = pgTable(
  'product_sales_days',
  {
    sellerId: uuid().notNull(),
    day: date().notNull(),
    productId: uuid().notNull(),
    currency: currency().notNull(),
    units: integer().notNull(),
    salesMinor: minor().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.sellerId, table.day, table.productId, table.currency] }),
    // What sold best: a period's hundred thousand rows come out of the index alone.
    index('product_sales_days_best').on(
      table.sellerId,
      table.day,
      table.currency,
      table.productId,
      table.salesMinor,
    ),
    // How it sold before.
    index().on(table.sellerId, table.productId, table.day),
  ],
);

/** Days whose sales have changed since they were added up. */
export const staleSalesDays = pgTable(
  'stale_sales_days',
  {
    sellerId: uuid().notNull(),
    day: date().notNull(),
  },
  (table) => [primaryKey({ columns: [table.sellerId, table.day] })],
);
