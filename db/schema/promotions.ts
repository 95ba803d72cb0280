import { sql } from 'drizzle-orm';
import { check, index, integer, pgEnum, pgTable, primaryKey, uuid } from 'drizzle-orm/pg-core';
import { at, citext, createdAt, currency, id, minor } from './columns';
import { sellers } from './sellers';

export const promotionKind = pgEnum('promotion_kind', ['percent', 'fixed']);

/** A code a buyer types. With a `sellerId` the seller funds it and it touches only that seller's lines. */
export const promotions = pgTable(
  'promotions',
  {
    id: id(),
    code: citext().notNull().unique(),
    kind: promotionKind().notNull(),
    basisPoints: integer(),
    amountMinor: minor(),
    currency: currency(),
    sellerId: uuid().references(() => sellers.id),
    /** In the code's currency, in which alone such a code counts. */
    minSubtotalMinor: minor().notNull().default(0),
    startsAt: at().notNull(),
    endsAt: at(),
    maxRedemptions: integer(),
    maxPerCustomer: integer(),
    redemptions: integer().notNull().default(0),
    createdAt: createdAt(),
  },
  (table) => [
    index().on(table.sellerId),
    check(
      'promotions_one_kind',
      sql`(${table.kind} = 'percent' and ${table.basisPoints} between 1 and 10000 and ${table.amountMinor} is null)
        or (${table.kind} = 'fixed' and ${table.amountMinor} > 0 and ${table.currency} is not null and ${table.basisPoints} is null)`,
    ),
    check('promotions_payable', sql`${table.currency} <> 'KWD' or ${table.amountMinor} % 10 = 0`),
    check('promotions_minimum', sql`${table.minSubtotalMinor} = 0 or ${table.currency} is not null`),
    check(
      'promotions_limit',
      sql`${table.redemptions} between 0 and coalesce(${table.maxRedemptions}, 2147483647)`,
    ),
  ],
);

/** A code used by an order; given back when the order is cancelled unpaid. */
export const promotionRedemptions = pgTable(
  'promotion_redemptions',
  {
    promotionId: uuid()
      .notNull()
      .references(() => promotions.id),
    orderId: uuid().notNull(),
    customerId: uuid().notNull(),
    amountMinor: minor().notNull(),
    createdAt: createdAt(),
    releasedAt: at(),
  },
  (table) => [
    primaryKey({ columns: [table.promotionId, table.orderId] }),
    index().on(table.promotionId, table.customerId),
    index().on(table.orderId),
  ],
);
