import { sql } from 'drizzle-orm';
import { check, index, integer, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { at, createdAt, id } from './columns';
import { products } from './catalog';
import { customers } from './customers';
import { orders } from './orders';
import { sellers } from './sellers';

/**
 * What a buyer and a seller write each other: about the seller's part of an order, or about a product before anything was
 * bought. Begins with its first message.
 */
export const conversations = pgTable(
  'conversations',
  {
    /** About a part, the part's own: there is one about it, and its address is known before anybody wrote. */
    id: id(),
    orderId: uuid().references(() => orders.id),
    /** Who asks about what before buying, as it was called then. */
    customerId: uuid().references(() => customers.id),
    productId: uuid().references(() => products.id),
    productTitle: text(),
    sellerId: uuid()
      .notNull()
      .references(() => sellers.id),
    /** The position of the latest message. */
    messageCount: integer().notNull().default(0),
    /** How many of the other side's messages each has not seen. */
    buyerUnread: integer().notNull().default(0),
    sellerUnread: integer().notNull().default(0),
    /** Since when the buyer waits for an answer; null while nobody does. */
    waitingSince: at(),
    lastMessageAt: at().notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    // On the order's page, and for whoever looks for its number.
    index().on(table.orderId),
    // A seller's conversations, the latest first: read backwards.
    index().on(table.sellerId, table.lastMessageAt, table.id),
    // The one about a product, and all that somebody has asked.
    uniqueIndex().on(table.customerId, table.sellerId, table.productId),
    // Those in which the buyer waits, the longest first; and how many they are.
    index('conversations_waiting')
      .on(table.sellerId, table.waitingSince, table.id)
      .where(sql`${table.waitingSince} is not null`),
    check(
      'conversations_about',
      sql`num_nulls(${table.customerId}, ${table.productId}, ${table.productTitle}) = case when ${table.orderId} is null then 0 else 3 end`,
    ),
    check(
      'conversations_counts',
      sql`${table.messageCount} >= 0 and ${table.buyerUnread} >= 0 and ${table.sellerUnread} >= 0
        and ${table.buyerUnread} + ${table.sellerUnread} <= ${table.messageCount}`,
    ),
  ],
);

/** One of them, in plain text, as it was written: never changed. */
export const messages = pgTable(
  'messages',
  {
    /** Comes with the form it was typed into: sent twice, it is there once. */
    id: id(),
    conversationId: uuid()
      .notNull()
      .references(() => conversations.id),
    /** Counts up from 1: the order everybody sees them in. */
    position: integer().notNull(),
    writtenBy: text().$type<'buyer' | 'seller'>().notNull(),
    body: text().notNull(),
    sentAt: createdAt(),
  },
  (table) => [
    // A conversation from its end, and the latest of each in a list.
    uniqueIndex().on(table.conversationId, table.position),
    check('messages_written_by', sql`${table.writtenBy} in ('buyer', 'seller')`),
    check('messages_body', sql`length(${table.body}) between 1 and 2000`),
  ],
);

/** Why one side asks the market to look at a conversation; until then nobody but the two reads it. */
export const conversationReports = pgTable(
  'conversation_reports',
  {
    id: id(),
    conversationId: uuid()
      .notNull()
      .references(() => conversations.id),
    reportedBy: text().$type<'buyer' | 'seller'>().notNull(),
    reason: text().notNull(),
    reportedAt: createdAt(),
    /** When staff have seen to it. */
    closedAt: at(),
  },
  (table) => [
    // All of a conversation's.
    index().on(table.conversationId),
    // A side has one open at a time.
    uniqueIndex('conversation_reports_one_open')
      .on(table.conversationId, table.reportedBy)
      .where(sql`${table.closedAt} is null`),
    // What staff have to see to, the oldest first.
    index('conversation_reports_open')
      .on(table.reportedAt)
      .where(sql`${table.closedAt} is null`),
    check('conversation_reports_reported_by', sql`${table.reportedBy} in ('buyer', 'seller')`),
  ],
);
