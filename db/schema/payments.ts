import { sql } from 'drizzle-orm';
import { check, index, integer, pgEnum, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { at, createdAt, currency, id, minor, updatedAt } from './columns';
import { orderLines, orders, sellerOrders } from './orders';

export const paymentStatus = pgEnum('payment_status', [
  'created',
  'requires_payment',
  'processing',
  'captured',
  'failed',
  'cancelled',
]);

/** Our side of one order's payment; the provider's is its payment intent. */
export const payments = pgTable(
  'payments',
  {
    id: id(),
    orderId: uuid()
      .notNull()
      .unique()
      .references(() => orders.id),
    status: paymentStatus().notNull().default('created'),
    currency: currency().notNull(),
    amountMinor: minor().notNull(),
    capturedMinor: minor().notNull().default(0),
    refundedMinor: minor().notNull().default(0),
    /** `pi_…`, once the provider knows the payment. */
    intentId: text().unique(),
    /** `Visa •••• 4242`, for receipts. */
    method: text().notNull().default(''),
    failureCode: text(),
    createdAt: createdAt(),
    capturedAt: at(),
    updatedAt: updatedAt(),
  },
  (table) => [
    // What the reconcile job asks the provider about.
    index('payments_unsettled')
      .on(table.updatedAt)
      .where(sql`${table.status} in ('created', 'requires_payment', 'processing')`),
    check('payments_refund_bounds', sql`${table.refundedMinor} between 0 and ${table.capturedMinor}`),
    // Nothing where store credit pays for everything.
    check('payments_amount', sql`${table.amountMinor} >= 0`),
  ],
);

export const refundStatus = pgEnum('refund_status', ['requested', 'pending', 'succeeded', 'failed']);

/** Money going back for one seller order's lines. */
export const refunds = pgTable(
  'refunds',
  {
    id: id(),
    paymentId: uuid()
      .notNull()
      .references(() => payments.id),
    orderId: uuid()
      .notNull()
      .references(() => orders.id),
    /** Null when a payment that bought nothing goes back whole. */
    sellerOrderId: uuid().references(() => sellerOrders.id),
    status: refundStatus().notNull().default('requested'),
    currency: currency().notNull(),
    amountMinor: minor().notNull(),
    /** What of the amount goes back to store credit; the provider sends the rest. */
    creditMinor: minor().notNull().default(0),
    reason: text().notNull(),
    /** What asks for it, e.g. `cancellation:<uuid>`: the same thing is refunded once. */
    cause: text().unique(),
    /** `re_…`. */
    providerRefundId: text().unique(),
    failureCode: text(),
    /** How often the provider has refused it or its bank has sent it back. */
    failures: integer().notNull().default(0),
    /** The lost dispute through which the buyer's bank has given it back itself. */
    settledByDisputeId: uuid(),
    /** When a refund that failed is sent again by itself; null when somebody has to see to it. */
    nextTryAt: at(),
    /** Came back from the buyer's bank after it had succeeded, and is owed by another refund. */
    returnedMinor: minor().notNull().default(0),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [
    index().on(table.paymentId),
    index().on(table.orderId),
    // What is sent again, and what operators see to.
    index('refunds_failed')
      .on(table.nextTryAt)
      .where(sql`${table.status} = 'failed'`),
    index('refunds_unsettled')
      .on(table.updatedAt)
      .where(sql`${table.status} in ('requested', 'pending')`),
    // Lines that a discount made free are taken out of the books, and nothing is sent.
    check('refunds_credit', sql`${table.creditMinor} between 0 and ${table.amountMinor}`),
    check('refunds_amount', sql`${table.amountMinor} >= 0`),
    check(
      'refunds_returned',
      sql`${table.returnedMinor} in (0, ${table.amountMinor} - ${table.creditMinor})`,
    ),
  ],
);

/** Which lines a refund gives back, with that line's own tax and commission. */
export const refundLines = pgTable(
  'refund_lines',
  {
    refundId: uuid()
      .notNull()
      .references(() => refunds.id),
    orderLineId: uuid()
      .notNull()
      .references(() => orderLines.id),
    quantity: integer().notNull(),
    amountMinor: minor().notNull(),
    /** What of it store credit had paid. */
    creditMinor: minor().notNull().default(0),
    taxMinor: minor().notNull(),
    /** That tax, where it had been added to the price. */
    addedTaxMinor: minor().notNull().default(0),
    /** What the market had added, for its own promotion. */
    marketDiscountMinor: minor().notNull().default(0),
    commissionMinor: minor().notNull(),
  },
  (table) => [primaryKey({ columns: [table.refundId, table.orderLineId] }), index().on(table.orderLineId)],
);
