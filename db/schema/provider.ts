import { index, pgTable, text } from 'drizzle-orm/pg-core';
import { at, currency, minor } from './columns';

/**
 * What moved the market's balance at the payment provider, as the provider tells it. A copy that is only ever added
 * to: the books are compared with it, and its fees are posted.
 */
export const providerTransactions = pgTable(
  'provider_transactions',
  {
    /** `txn_…`. */
    id: text().primaryKey(),
    /** The provider's word for it: `charge`, `refund`, `transfer`, … */
    type: text().notNull(),
    currency: currency().notNull(),
    /** Before fees; negative when it leaves. */
    amountMinor: minor().notNull(),
    feeMinor: minor().notNull(),
    /** The provider's object behind it: `ch_…`, `re_…`, `tr_…`. */
    sourceId: text(),
    /** The ledger entry that must tell the same: `payment:<uuid>`, `refund:<uuid>`, …; null when it names none. */
    reference: text(),
    createdAt: at().notNull(),
  },
  (table) => [
    // The books against the provider, entry by entry.
    index().on(table.reference),
    index().on(table.createdAt),
  ],
);

/** How far a copy of something of the provider's is complete. */
export const providerSyncs = pgTable('provider_syncs', {
  name: text().primaryKey(),
  syncedUntil: at().notNull(),
});
