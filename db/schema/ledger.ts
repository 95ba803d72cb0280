import { sql } from 'drizzle-orm';
import {
  check,
  index,
  jsonb,
  pgEnum,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { at, createdAt, currency, id, minor } from './columns';
import { sellers } from './sellers';

/**
 * Double-entry bookkeeping. Debits are positive, credits negative, and the postings of an entry sum to
 * zero per currency: a deferred constraint trigger refuses the commit otherwise. Nothing is ever changed
 * or deleted; the app's role may only insert and select (`append-only.ts`).
 */
export const ledgerAccountKind = pgEnum('ledger_account_kind', [
  /** Money at the payment provider. */
  'provider_clearing',
  'seller_pending',
  'seller_available',
  'seller_reserved',
  'commission_revenue',
  'tax_liability',
  'market_promotions',
  'provider_fees',
  /** Of one customer (`holderId`), to buy with. */
  'store_credit',
  /** Of orders that await payment. */
  'store_credit_held',
  /** Worth of gift cards that nobody has redeemed. */
  'gift_cards',
  /** Of a payout, until the provider has sent it. */
  'seller_paying_out',
  /** Money of payments that bought nothing, on its way back. */
  'buyer_refunds',
  /** What buyers' banks have taken back and may still give back. */
  'disputed',
  /** What lost disputes cost the market itself, since it was no piece that could be refunded. */
  'dispute_losses',
  /** What sellers have paid for labels of returns: the carriers bill it to the market. */
  'shipping_labels',
]);

export const ledgerAccounts = pgTable(
  'ledger_accounts',
  {
    id: id(),
    kind: ledgerAccountKind().notNull(),
    sellerId: uuid().references(() => sellers.id),
    /** Whose store credit it is. */
    holderId: uuid(),
    currency: currency().notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    uniqueIndex('ledger_accounts_holder')
      .on(table.holderId, table.kind, table.currency)
      .where(sql`${table.holderId} is not null`),
    uniqueIndex('ledger_accounts_seller')
      .on(table.sellerId, table.kind, table.currency)
      .where(sql`${table.sellerId} is not null`),
    uniqueIndex('ledger_accounts_market')
      .on(table.kind, table.currency)
      .where(sql`${table.sellerId} is null and ${table.holderId} is null`),
  ],
);

export const ledgerEntries = pgTable(
  'ledger_entries',
  {
    id: id(),
    /** `sale`, `refund`, … */
    kind: text().notNull(),
    /** What was posted, e.g. `payment:<uuid>`: posting the same thing twice is refused. */
    reference: text().notNull().unique(),
    orderId: uuid(),
    memo: jsonb().$type<Record<string, string>>().notNull().default({}),
    postedAt: createdAt(),
  },
  (table) => [index().on(table.orderId)],
);

export const ledgerPostings = pgTable(
  'ledger_postings',
  {
    id: id(),
    entryId: uuid()
      .notNull()
      .references(() => ledgerEntries.id),
    accountId: uuid()
      .notNull()
      .references(() => ledgerAccounts.id),
    currency: currency().notNull(),
    amountMinor: minor().notNull(),
    sellerOrderId: uuid(),
    orderLineId: uuid(),
    postedAt: createdAt(),
  },
  (table) => [
    index().on(table.entryId),
    // A statement: an account's postings in time.
    index().on(table.accountId, table.postedAt),
    // What was posted since the books were closed.
    index('ledger_postings_in_time').using('brin', table.postedAt),
    check('ledger_postings_amount', sql`${table.amountMinor} <> 0`),
  ],
);

/**
 * The books are closed week by week: the balance of an account with everything posted before `until`. An account without a
 * row of the last closing has not moved since its latest. A trigger refuses what would be posted into a closed week.
 */
export const ledgerBalances = pgTable(
  'ledger_balances',
  {
    accountId: uuid()
      .notNull()
      .references(() => ledgerAccounts.id),
    until: at().notNull(),
    balanceMinor: minor().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.accountId, table.until] }),
    // Until when the books are closed.
    index().on(table.until),
  ],
);
