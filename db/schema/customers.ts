import { sql } from 'drizzle-orm';
import { boolean, char, index, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { at, citext, createdAt, id, updatedAt } from './columns';
import { users } from './identity';
import { products } from './catalog';

/** A buyer: a signed-in user's, or a guest's who has placed an order. Looking around makes none. */
export const customers = pgTable(
  'customers',
  {
    id: id(),
    userId: uuid()
      .unique()
      .references(() => users.id),
    email: citext().notNull(),
    name: text().notNull(),
    locale: text().notNull().default('en'),
    /** The provider's customer, made when a card is first saved. */
    stripeCustomerId: text().unique(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  // Guest orders waiting to be claimed by a verified address.
  (table) => [index().on(table.email)],
);

export const addresses = pgTable(
  'addresses',
  {
    id: id(),
    customerId: uuid()
      .notNull()
      .references(() => customers.id, { onDelete: 'cascade' }),
    recipient: text().notNull(),
    line1: text().notNull(),
    line2: text().notNull().default(''),
    city: text().notNull(),
    region: text().notNull().default(''),
    postalCode: text().notNull(),
    /** ISO 3166-1 alpha-2. */
    country: char({ length: 2 }).notNull(),
    phone: text().notNull().default(''),
    isDefault: boolean().notNull().default(false),
    createdAt: createdAt(),
    deletedAt: at(),
  },
  (table) => [
    index().on(table.customerId, table.createdAt.desc()),
    uniqueIndex('addresses_one_default')
      .on(table.customerId)
      .where(sql`${table.isDefault} and ${table.deletedAt} is null`),
  ],
);

export const wishlistItems = pgTable(
  'wishlist_items',
  {
    customerId: uuid()
      .notNull()
      .references(() => customers.id, { onDelete: 'cascade' }),
    productId: uuid()
      .notNull()
      .references(() => products.id, { onDelete: 'cascade' }),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.customerId, table.productId] }),
    index().on(table.customerId, table.createdAt.desc()),
  ],
);
