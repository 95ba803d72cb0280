import { sql } from 'drizzle-orm';
import { boolean, check, index, integer, pgEnum, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { at, citext, createdAt, currency, id, minor, updatedAt } from './columns';
import { offers } from './offers';
import { orderLines } from './orders';
import { sellers } from './sellers';

export const promotionKind = pgEnum('promotion_kind', [
  'percent',
  'fixed',
  'buy_get',
  'bundle',
  'free_delivery',
]);

export const promotionStatus = pgEnum('promotion_status', ['active', 'paused', 'ended']);

/**
 * What takes something off: with a code when a buyer types it, without one by itself. With a `sellerId` the seller pays
 * for it and it touches only that seller's lines; else the market does.
 */
export const promotions = pgTable(
  'promotions',
  {
    id: id(),
    name: text().notNull(),
    code: citext().unique(),
    sellerId: uuid().references(() => sellers.id),
    status: promotionStatus().notNull().default('active'),
    kind: promotionKind().notNull(),
    basisPoints: integer(),
    amountMinor: minor(),
    /** Of `amountMinor`, `minSubtotalMinor` and `budgetMinor`: in no other does such a promotion count. */
    currency: currency(),
    /** Of every `buyQuantity + getQuantity` pieces the `getQuantity` cheapest are reduced. */
    buyQuantity: integer(),
    getQuantity: integer(),
    /** Whether it is for the offers in `promotion_offers` alone. */
    chosenOnly: boolean().notNull().default(false),
    minSubtotalMinor: minor().notNull().default(0),
    /** Whether it counts on goods that another one reduces, too. */
    combines: boolean().notNull().default(false),
    startsAt: at().notNull(),
    endsAt: at(),
    maxRedemptions: integer(),
    maxPerCustomer: integer(),
    /** The most that it may take off in all. */
    budgetMinor: minor(),
    /** Kept while there is a limit or a budget; what has none is counted by its redemptions. */
    redemptions: integer().notNull().default(0),
    spentMinor: minor().notNull().default(0),
    version: integer().notNull().default(1),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [
    // A seller's, newest first; the market's have none.
    index().on(table.sellerId, table.id.desc()),
    // What counts without a code for a basket.
    index('promotions_automatic')
      .on(table.sellerId)
      .where(sql`${table.code} is null and ${table.status} = 'active'`),
    check(
      'promotions_one_kind',
      sql`case ${table.kind}
        when 'percent' then ${table.basisPoints} is not null and ${table.amountMinor} is null
        when 'fixed' then ${table.amountMinor} is not null and ${table.basisPoints} is null
        when 'buy_get' then ${table.basisPoints} is not null and ${table.amountMinor} is null
        when 'bundle' then (${table.basisPoints} is null) <> (${table.amountMinor} is null) and ${table.chosenOnly}
        when 'free_delivery' then ${table.basisPoints} is null and ${table.amountMinor} is null
          and ${table.sellerId} is not null and not ${table.chosenOnly}
      end`,
    ),
    check(
      'promotions_pieces',
      sql`(${table.kind} = 'buy_get') = (${table.buyQuantity} is not null and ${table.getQuantity} is not null)
        and coalesce(${table.buyQuantity}, 1) between 1 and 99 and coalesce(${table.getQuantity}, 1) between 1 and 99`,
    ),
    check(
      'promotions_value',
      sql`coalesce(${table.basisPoints}, 1) between 1 and 10000 and coalesce(${table.amountMinor}, 1) > 0`,
    ),
    check('promotions_payable', sql`${table.currency} <> 'KWD' or ${table.amountMinor} % 10 = 0`),
    check(
      'promotions_currency',
      sql`${table.currency} is not null
        or (${table.amountMinor} is null and ${table.minSubtotalMinor} = 0 and ${table.budgetMinor} is null)`,
    ),
    // Who has not signed in is known when the order is placed: too late for what nobody can take off the basket.
    check('promotions_per_customer', sql`${table.maxPerCustomer} is null or ${table.code} is not null`),
    check(
      'promotions_limit',
      sql`${table.redemptions} between 0 and coalesce(${table.maxRedemptions}, 2147483647)
        and ${table.spentMinor} between 0 and coalesce(${table.budgetMinor}, 9007199254740991)`,
    ),
    check('promotions_times', sql`${table.endsAt} > ${table.startsAt}`),
  ],
);

/** What a promotion is for; how many pieces of it a bundle needs. */
export const promotionOffers = pgTable(
  'promotion_offers',
  {
    promotionId: uuid()
      .notNull()
      .references(() => promotions.id),
    offerId: uuid()
      .notNull()
      .references(() => offers.id),
    quantity: integer().notNull().default(1),
  },
  (table) => [
    primaryKey({ columns: [table.promotionId, table.offerId] }),
    index().on(table.offerId),
    check('promotion_offers_quantity', sql`${table.quantity} between 1 and 99`),
  ],
);

/** A promotion used by an order; given back when the order is cancelled unpaid. */
export const promotionRedemptions = pgTable(
  'promotion_redemptions',
  {
    promotionId: uuid()
      .notNull()
      .references(() => promotions.id),
    orderId: uuid().notNull(),
    customerId: uuid().notNull(),
    /** Off the goods, or off the delivery. */
    amountMinor: minor().notNull(),
    currency: currency().notNull(),
    createdAt: createdAt(),
    releasedAt: at(),
  },
  (table) => [
    primaryKey({ columns: [table.promotionId, table.orderId] }),
    index().on(table.promotionId, table.customerId),
    index().on(table.orderId),
  ],
);

/** What of an order line's discounts came from which promotion. */
export const orderLinePromotions = pgTable(
  'order_line_promotions',
  {
    orderLineId: uuid()
      .notNull()
      .references(() => orderLines.id),
    promotionId: uuid()
      .notNull()
      .references(() => promotions.id),
    amountMinor: minor().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.orderLineId, table.promotionId] }),
    check('order_line_promotions_amount', sql`${table.amountMinor} > 0`),
  ],
);
