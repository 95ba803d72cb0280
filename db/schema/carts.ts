import { sql } from 'drizzle-orm';
import { boolean, check, index, integer, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { citext, createdAt, currency, id, minor, updatedAt } from './columns';
import { customers } from './customers';
import { offers } from './offers';

/** A basket: a customer's, or a guest's browser's (by the hash of its cookie's token). */
export const carts = pgTable(
  'carts',
  {
    id: id(),
    customerId: uuid()
      .unique()
      .references(() => customers.id, { onDelete: 'cascade' }),
    guestTokenHash: text().unique(),
    currency: currency().notNull(),
    promotionCode: citext(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [
    check('carts_one_owner', sql`(${table.customerId} is null) <> (${table.guestTokenHash} is null)`),
    // Guest carts nobody came back to.
    index().on(table.updatedAt),
  ],
);

export const cartLines = pgTable(
  'cart_lines',
  {
    id: id(),
    cartId: uuid()
      .notNull()
      .references(() => carts.id, { onDelete: 'cascade' }),
    offerId: uuid()
      .notNull()
      .references(() => offers.id, { onDelete: 'cascade' }),
    quantity: integer().notNull(),
    savedForLater: boolean().notNull().default(false),
    /** The unit price the buyer last saw, to show what changed since. */
    seenPriceMinor: minor().notNull(),
    addedAt: createdAt(),
  },
  (table) => [
    uniqueIndex().on(table.cartId, table.offerId),
    check('cart_lines_quantity', sql`${table.quantity} between 1 and 99`),
  ],
);
