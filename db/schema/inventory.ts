import { sql } from 'drizzle-orm';
import { check, index, integer, pgEnum, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { at, createdAt, id, updatedAt } from './columns';
import { offers } from './offers';

/**
 * What a seller has of an offer. `reserved` is what buyers hold (paid or not) and has not left yet; what
 * can be sold is `onHand - reserved`. Rows are locked in offer-id order, only by `lib/inventory`.
 */
export const stock = pgTable(
  'stock',
  {
    offerId: uuid()
      .primaryKey()
      .references(() => offers.id, { onDelete: 'cascade' }),
    onHand: integer().notNull().default(0),
    reserved: integer().notNull().default(0),
    /** The seller is told when no more than this can be sold; null: never. */
    lowLevel: integer(),
    updatedAt: updatedAt(),
  },
  (table) => [
    check('stock_low_level', sql`${table.lowLevel} >= 0`),
    check('stock_never_oversold', sql`${table.onHand} >= ${table.reserved} and ${table.reserved} >= 0`),
  ],
);

export const reservationStatus = pgEnum('reservation_status', ['held', 'allocated', 'released', 'fulfilled']);

/**
 * A line's hold on stock: expires unpaid, is allocated by payment, released by cancelling, fulfilled by shipping. What
 * replaces goods that come back has a hold of its own (`returnId`), allocated from the beginning.
 */
export const reservations = pgTable(
  'reservations',
  {
    id: id(),
    orderId: uuid().notNull(),
    orderLineId: uuid().notNull(),
    /** The return whose goods it replaces; null for what was bought. */
    returnId: uuid(),
    offerId: uuid()
      .notNull()
      .references(() => offers.id),
    /** What it holds; what it held last, once it has ended. */
    quantity: integer().notNull(),
    status: reservationStatus().notNull().default('held'),
    expiresAt: at().notNull(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [
    uniqueIndex('reservations_of_line')
      .on(table.orderLineId)
      .where(sql`${table.returnId} is null`),
    uniqueIndex('reservations_of_return').on(table.returnId),
    index().on(table.orderId),
    // What the worker has to let go.
    index('reservations_expiring')
      .on(table.expiresAt)
      .where(sql`${table.status} = 'held'`),
    check('reservations_quantity', sql`${table.quantity} >= 0`),
  ],
);

export const stockCause = pgEnum('stock_cause', ['imported', 'edited', 'shipped', 'returned']);

/** Why `onHand` changed. Append-only. */
export const stockMovements = pgTable(
  'stock_movements',
  {
    id: id(),
    offerId: uuid()
      .notNull()
      .references(() => offers.id, { onDelete: 'cascade' }),
    delta: integer().notNull(),
    cause: stockCause().notNull(),
    /** The order line, import or user behind it. */
    reference: text().notNull().default(''),
    createdAt: createdAt(),
  },
  (table) => [index().on(table.offerId, table.createdAt.desc())],
);
