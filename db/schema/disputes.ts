import { sql } from 'drizzle-orm';
import { check, index, pgEnum, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { at, createdAt, currency, id, minor, updatedAt } from './columns';
import { orders } from './orders';
import { payments } from './payments';
import { sellers } from './sellers';

export const disputeStatus = pgEnum('dispute_status', [
  'needs_response',
  'under_review',
  'won',
  'lost',
  'closed',
]);

/** A buyer's bank asks for the money of a payment back, as the provider last told of it. */
export const disputes = pgTable(
  'disputes',
  {
    id: id(),
    /** `du_…`. */
    providerDisputeId: text().notNull().unique(),
    paymentId: uuid()
      .notNull()
      .references(() => payments.id),
    orderId: uuid()
      .notNull()
      .references(() => orders.id),
    status: disputeStatus().notNull().default('needs_response'),
    /** The provider's word: `fraudulent`, `product_not_received`, … */
    reason: text().notNull(),
    currency: currency().notNull(),
    amountMinor: minor().notNull(),
    /** What the bank has taken so far; nothing while it only asks. */
    withdrawnMinor: minor().notNull().default(0),
    /** What it has given back. */
    reinstatedMinor: minor().notNull().default(0),
    /** Until when evidence is taken. */
    evidenceDueAt: at(),
    submittedAt: at(),
    openedAt: at().notNull(),
    closedAt: at(),
    updatedAt: updatedAt(),
  },
  (table) => [
    index().on(table.orderId),
    // What refunds and payouts wait for, and the provider is asked about.
    index('disputes_open')
      .on(table.paymentId)
      .where(sql`${table.status} in ('needs_response', 'under_review')`),
    check('disputes_amount', sql`${table.amountMinor} > 0`),
    check('disputes_reinstated', sql`${table.reinstatedMinor} between 0 and ${table.withdrawnMinor}`),
  ],
);

/** What a seller says against a dispute, in the seller's words. */
export const disputeEvidence = pgTable(
  'dispute_evidence',
  {
    id: id(),
    disputeId: uuid()
      .notNull()
      .references(() => disputes.id),
    sellerId: uuid()
      .notNull()
      .references(() => sellers.id),
    text: text().notNull(),
    addedAt: createdAt(),
  },
  (table) => [index().on(table.disputeId)],
);
