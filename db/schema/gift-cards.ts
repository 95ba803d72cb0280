import { sql } from 'drizzle-orm';
import { check, index, pgEnum, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { at, createdAt, currency, id, minor } from './columns';
import { customers } from './customers';

export const giftCardStatus = pgEnum('gift_card_status', ['open', 'redeemed', 'expired', 'cancelled']);

/** What somebody can turn into store credit once, with its code. The code itself is nowhere; only its hash is. */
export const giftCards = pgTable(
  'gift_cards',
  {
    id: id(),
    status: giftCardStatus().notNull().default('open'),
    codeHash: text().notNull().unique(),
    currency: currency().notNull(),
    amountMinor: minor().notNull(),
    recipientEmail: text().notNull(),
    /** From whom and why, for who gets it. */
    message: text().notNull().default(''),
    expiresAt: at().notNull(),
    redeemedBy: uuid().references(() => customers.id),
    /** When it stopped being open. */
    closedAt: at(),
    createdAt: createdAt(),
  },
  (table) => [
    index('gift_cards_open')
      .on(table.expiresAt)
      .where(sql`${table.status} = 'open'`),
    check('gift_cards_amount', sql`${table.amountMinor} > 0`),
    check('gift_cards_redeemed', sql`(${table.status} = 'redeemed') = (${table.redeemedBy} is not null)`),
  ],
);
