import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  smallint,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';
import { at, createdAt, currency, id, minor, updatedAt } from './columns';
import { disputes } from './disputes';
import { ledgerPostings } from './ledger';
import { orders, sellerOrders } from './orders';
import { sellers } from './sellers';

/** A seller's account at the payment provider, as the provider last told of it. */
export const sellerAccounts = pgTable('seller_accounts', {
  sellerId: uuid()
    .primaryKey()
    .references(() => sellers.id),
  /** `acct_…`. */
  providerAccountId: text().notNull().unique(),
  detailsSubmitted: boolean().notNull().default(false),
  /** Money can be sent to it, and from it to a bank. */
  payoutsEnabled: boolean().notNull().default(false),
  /** What the provider still asks for, in its words. */
  missing: jsonb().$type<string[]>().notNull().default([]),
  createdAt: createdAt(),
  updatedAt: updatedAt(),
});

/** What is agreed with one seller; without a row the market's terms hold. */
export const payoutTerms = pgTable(
  'payout_terms',
  {
    sellerId: uuid()
      .primaryKey()
      .references(() => sellers.id),
    /** Days from delivery until the money is the seller's to have. */
    releaseDays: smallint().notNull(),
    updatedAt: updatedAt(),
  },
  (table) => [check('payout_terms_release_days', sql`${table.releaseDays} between 0 and 90`)],
);

/** When a delivered seller order's money becomes available. What is pending of it then, is moved. */
export const releases = pgTable(
  'releases',
  {
    sellerOrderId: uuid()
      .primaryKey()
      .references(() => sellerOrders.id),
    orderId: uuid()
      .notNull()
      .references(() => orders.id),
    sellerId: uuid()
      .notNull()
      .references(() => sellers.id),
    currency: currency().notNull(),
    releaseAt: at().notNull(),
    /** Null again when something of it went back after it was released. */
    releasedAt: at(),
    /** How often it was released. */
    times: integer().notNull().default(0),
  },
  (table) => [
    // What the worker has to release.
    index('releases_due')
      .on(table.releaseAt)
      .where(sql`${table.releasedAt} is null`),
    // What a seller waits for.
    index('releases_of_seller')
      .on(table.sellerId, table.releaseAt)
      .where(sql`${table.releasedAt} is null`),
    index().on(table.orderId),
  ],
);

export const holdRule = pgEnum('hold_rule', ['operator', 'difference', 'dispute', 'return']);

/** Money that is kept back for a while, or, without an amount, payouts that wait. */
export const payoutHolds = pgTable(
  'payout_holds',
  {
    id: id(),
    sellerId: uuid()
      .notNull()
      .references(() => sellers.id),
    currency: currency().notNull(),
    /** Null: nothing is paid out while it lasts. */
    amountMinor: minor(),
    rule: holdRule().notNull(),
    /** What it waits for, when that is a dispute: one hold a seller. */
    disputeId: uuid().references(() => disputes.id),
    /** As the seller reads it. */
    reason: text().notNull(),
    placedBy: text().notNull(),
    placedAt: createdAt(),
    /** When it ends by itself; null when somebody has to end it. */
    releaseAt: at(),
    releasedAt: at(),
  },
  (table) => [
    index('payout_holds_live')
      .on(table.sellerId)
      .where(sql`${table.releasedAt} is null`),
    index('payout_holds_ending')
      .on(table.releaseAt)
      .where(sql`${table.releasedAt} is null`),
    unique('payout_holds_of_dispute').on(table.disputeId, table.sellerId),
    check('payout_holds_amount', sql`${table.amountMinor} > 0`),
  ],
);

export const payoutStatus = pgEnum('payout_status', [
  'requested',
  'transferred',
  'paid',
  'bounced',
  'failed',
]);

/** A seller's available money on its way to the seller's bank, through the seller's account at the provider. */
export const payouts = pgTable(
  'payouts',
  {
    id: id(),
    sellerId: uuid()
      .notNull()
      .references(() => sellers.id),
    status: payoutStatus().notNull().default('requested'),
    currency: currency().notNull(),
    amountMinor: minor().notNull(),
    /** Came back from the seller's account, to even out a negative balance. */
    reversedMinor: minor().notNull().default(0),
    /** Counts the provider's refusals. */
    transferAttempts: integer().notNull().default(0),
    /** `tr_…`. */
    transferId: text().unique(),
    /** `po_…` of the seller's account. */
    bankPayoutId: text().unique(),
    /** Counts the tries to reach the bank. */
    bankAttempts: integer().notNull().default(0),
    failureCode: text(),
    requestedAt: createdAt(),
    transferredAt: at(),
    paidAt: at(),
    updatedAt: updatedAt(),
  },
  (table) => [
    index().on(table.sellerId, table.requestedAt.desc()),
    // What the provider has to be asked about.
    index('payouts_unsettled')
      .on(table.updatedAt)
      .where(sql`${table.status} in ('requested', 'transferred')`),
    check('payouts_amount', sql`${table.amountMinor} > 0`),
    check('payouts_reversed', sql`${table.reversedMinor} between 0 and ${table.amountMinor}`),
  ],
);

/** Which postings a payout is made of. Every cent is paid out once, since a posting is in one payout. */
export const payoutPostings = pgTable(
  'payout_postings',
  {
    postingId: uuid()
      .primaryKey()
      .references(() => ledgerPostings.id),
    payoutId: uuid()
      .notNull()
      .references(() => payouts.id),
  },
  (table) => [index().on(table.payoutId)],
);

export const reversalStatus = pgEnum('reversal_status', ['requested', 'succeeded']);

/** Money taken back from a seller's account, because what the seller owes was not earned again. */
export const transferReversals = pgTable(
  'transfer_reversals',
  {
    id: id(),
    payoutId: uuid()
      .notNull()
      .references(() => payouts.id),
    status: reversalStatus().notNull().default('requested'),
    amountMinor: minor().notNull(),
    /** Counts the provider's refusals. */
    attempts: integer().notNull().default(0),
    /** `trr_…`. */
    providerReversalId: text().unique(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [
    index().on(table.payoutId),
    index('transfer_reversals_unsettled')
      .on(table.updatedAt)
      .where(sql`${table.status} = 'requested'`),
    check('transfer_reversals_amount', sql`${table.amountMinor} > 0`),
  ],
);
