import { sql } from 'drizzle-orm';
import { boolean, check, index, integer, pgEnum, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { at, createdAt, currency, id, minor, updatedAt } from './columns';
import { offers } from './offers';
import { orderLines, orders, sellerOrders } from './orders';

export const returnStatus = pgEnum('return_status', [
  'requested',
  'accepted',
  'declined',
  'sent',
  'received',
  'inspected',
  'refunded',
  'rejected',
  'escalated',
  'ruled',
  'cancelled',
  'exchanging',
  'exchanged',
]);

export const returnReason = pgEnum('return_reason', [
  'changed_mind',
  'damaged',
  'faulty',
  'not_as_described',
  'wrong_item',
]);

/** Goods of one seller order that their buyer wants to give back, or gave back. */
export const returns = pgTable(
  'returns',
  {
    id: id(),
    orderId: uuid()
      .notNull()
      .references(() => orders.id),
    sellerOrderId: uuid()
      .notNull()
      .references(() => sellerOrders.id),
    sellerId: uuid().notNull(),
    status: returnStatus().notNull().default('requested'),
    reason: returnReason().notNull(),
    /** In the buyer's words. */
    note: text().notNull().default(''),
    /** Asked for within the time in which the law lets a buyer withdraw: the seller cannot decline. */
    byRight: boolean().notNull(),
    sellerPaysShipping: boolean().notNull(),
    /** Until when somebody has to act; null when nobody has to. */
    dueAt: at(),
    /** Counts its changes; whoever acts on it says which state of it they saw. */
    version: integer().notNull().default(1),
    requestedAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [
    // On the order's page.
    index().on(table.orderId),
    // A seller's queue.
    index().on(table.sellerId, table.status, table.requestedAt),
    // Whose time is up, and what the market has to rule on.
    index('returns_due')
      .on(table.status, table.dueAt)
      .where(sql`${table.dueAt} is not null`),
  ],
);

/** Which pieces, and what the seller found when they came back. */
export const returnLines = pgTable(
  'return_lines',
  {
    returnId: uuid()
      .notNull()
      .references(() => returns.id),
    orderLineId: uuid()
      .notNull()
      .references(() => orderLines.id),
    quantity: integer().notNull(),
    /** As good as new: for sale again. */
    restocked: integer().notNull().default(0),
  },
  (table) => [
    primaryKey({ columns: [table.returnId, table.orderLineId] }),
    index().on(table.orderLineId),
    check(
      'return_lines_quantity',
      sql`${table.quantity} > 0 and ${table.restocked} between 0 and ${table.quantity}`,
    ),
  ],
);

/** What the buyer wants instead of the money: another variant of the return's one line, piece for piece. */
export const returnExchanges = pgTable(
  'return_exchanges',
  {
    returnId: uuid()
      .primaryKey()
      .references(() => returns.id),
    offerId: uuid()
      .notNull()
      .references(() => offers.id),
    /** As it was when it was asked for: `Sage, L`. */
    variantLabel: text().notNull(),
    /** Why the money goes back instead; null while it does not. */
    refundedFor: text().$type<'seller' | 'out_of_stock' | 'not_sent'>(),
  },
  (table) => [
    check(
      'return_exchanges_refunded_for',
      sql`${table.refundedFor} in ('seller', 'out_of_stock', 'not_sent')`,
    ),
  ],
);

/** What goods looked like: the evidence of either side. The file lies in the private storage. */
export const returnPhotos = pgTable(
  'return_photos',
  {
    id: id(),
    returnId: uuid()
      .notNull()
      .references(() => returns.id),
    addedBy: text().$type<'buyer' | 'seller'>().notNull(),
    key: text().notNull().unique(),
    /** Of what is to be uploaded. */
    bytes: integer().notNull(),
    /** When it had arrived and was a photo; null before. */
    readyAt: at(),
    createdAt: createdAt(),
  },
  (table) => [
    index().on(table.returnId),
    check('return_photos_added_by', sql`${table.addedBy} in ('buyer', 'seller')`),
  ],
);

/** With what goods come back at the seller's cost. The file lies in the private storage. */
export const returnLabels = pgTable(
  'return_labels',
  {
    returnId: uuid()
      .primaryKey()
      .references(() => returns.id),
    /** What the carrier service calls it from before it is bought: it is bought once. */
    providerLabelId: text().notNull(),
    /** Null until it is bought, with all that follows. */
    key: text().unique(),
    currency: currency().notNull(),
    priceMinor: minor(),
    boughtAt: at(),
    /** When its parcel was first scanned on its way, and its seller has paid for it. */
    usedAt: at(),
    createdAt: createdAt(),
  },
  (table) => [
    check(
      'return_labels_bought',
      sql`(${table.boughtAt} is null) = (${table.key} is null) and (${table.boughtAt} is null) = (${table.priceMinor} is null)
        and (${table.usedAt} is null or ${table.boughtAt} is not null)`,
    ),
    check('return_labels_price', sql`${table.priceMinor} >= 0`),
  ],
);

/** What can be told of a return. */
export type ReturnHistoryEvent =
  | 'request'
  | 'accept'
  | 'accept_refund'
  | 'decline'
  | 'send'
  | 'receive'
  | 'inspect'
  | 'refund'
  | 'exchange'
  | 'replace'
  | 'reject'
  | 'escalate'
  | 'rule'
  | 'cancel'
  | 'lapse';

/** What happened to a return, by whom, in whose words: the evidence when it is disputed. Append-only. */
export const returnHistory = pgTable(
  'return_history',
  {
    id: id(),
    returnId: uuid()
      .notNull()
      .references(() => returns.id),
    event: text().$type<ReturnHistoryEvent>().notNull(),
    /** `customer`, `seller:<uuid>`, `staff:<uuid>`, `system`. */
    actor: text().notNull(),
    words: text().notNull().default(''),
    occurredAt: createdAt(),
  },
  (table) => [index().on(table.returnId, table.occurredAt)],
);
