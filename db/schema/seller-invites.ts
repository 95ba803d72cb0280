import { sql } from 'drizzle-orm';
import { index, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { at, citext, createdAt, id } from './columns';
import { users } from './identity';
import { sellerRole, sellers } from './sellers';

/** Somebody asked by mail to work for a seller. Open until it is accepted, withdrawn or too old. */
export const sellerInvites = pgTable(
  'seller_invites',
  {
    id: id(),
    sellerId: uuid()
      .notNull()
      .references(() => sellers.id),
    email: citext().notNull(),
    role: sellerRole().notNull(),
    invitedBy: uuid()
      .notNull()
      .references(() => users.id),
    /** SHA-256 of the token in the latest mail; null until one was sent. */
    tokenHash: text(),
    expiresAt: at().notNull(),
    withdrawnAt: at(),
    acceptedAt: at(),
    acceptedBy: uuid().references(() => users.id),
    createdAt: createdAt(),
  },
  (table) => [
    // The link of a mail.
    uniqueIndex().on(table.tokenHash),
    // One open invitation for each address.
    uniqueIndex('seller_invites_one_open')
      .on(table.sellerId, table.email)
      .where(sql`${table.withdrawnAt} is null and ${table.acceptedAt} is null`),
    index().on(table.sellerId, table.createdAt.desc()),
  ],
);
