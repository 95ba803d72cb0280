import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  index,
  integer,
  pgEnum,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { at, createdAt, id } from './columns';
import { orderLines, orders, sellerOrders } from './orders';

/** How far a parcel has come, as its carrier tells it. */
export const shipmentStatus = pgEnum('shipment_status', [
  'announced',
  'in_transit',
  'out_for_delivery',
  'ready_for_pickup',
  'delivered',
  'lost',
  'returned_to_sender',
]);

/** One parcel of a seller order, to its buyer or back, with one tracking number. */
export const shipments = pgTable(
  'shipments',
  {
    id: id(),
    orderId: uuid()
      .notNull()
      .references(() => orders.id),
    sellerOrderId: uuid()
      .notNull()
      .references(() => sellerOrders.id),
    sellerId: uuid().notNull(),
    /** The return whose goods it brings back to the seller; null for a parcel to the buyer. */
    returnId: uuid().unique(),
    /** The return whose goods it replaces; null for what was bought, and for what comes back. */
    replacementOf: uuid().unique(),
    status: shipmentStatus().notNull().default('announced'),
    /** A carrier we know by its numbers; null for any other. */
    carrierCode: text(),
    /** Whether its carrier tells us where it is; else its seller says when it has arrived. */
    followed: boolean().notNull().default(false),
    /** `trk_…`, once whoever tells us knows that we want to be told. */
    trackerId: text(),
    /** When we last asked or were told. */
    heardAt: at(),
    /** As people read it. */
    carrier: text().notNull().default(''),
    /** In capitals, without spaces; empty when the parcel has none. */
    trackingNumber: text().notNull().default(''),
    /** Counts what was learned of it; an open page that knows a lower number is out of date. */
    version: integer().notNull().default(1),
    shippedAt: createdAt(),
    deliveredAt: at(),
  },
  (table) => [
    // The parcels of an order's page.
    index().on(table.orderId),
    index().on(table.sellerOrderId),
    // Whose parcel a carrier's message is about.
    index('shipments_by_tracking_number')
      .on(table.trackingNumber)
      .where(sql`${table.trackingNumber} <> ''`),
    // Parcels underway of which nothing was heard for long, or of which nobody tells us yet.
    index('shipments_to_ask_about')
      .on(table.heardAt)
      .where(sql`${table.followed} and ${table.status} not in ('delivered', 'returned_to_sender')`),
  ],
);

/** What is in a parcel. */
export const shipmentLines = pgTable(
  'shipment_lines',
  {
    shipmentId: uuid()
      .notNull()
      .references(() => shipments.id),
    orderLineId: uuid()
      .notNull()
      .references(() => orderLines.id),
    quantity: integer().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.shipmentId, table.orderLineId] }),
    index().on(table.orderLineId),
    check('shipment_lines_quantity', sql`${table.quantity} > 0`),
  ],
);

/** What is scanned moves a parcel, or is worth a note. */
export const scanKind = pgEnum('scan_kind', [...shipmentStatus.enumValues, 'note']);

/** What a carrier told of a parcel, each scan once. Append-only; read in the order of the scans' own time. */
export const trackingEvents = pgTable(
  'tracking_events',
  {
    id: id(),
    shipmentId: uuid()
      .notNull()
      .references(() => shipments.id),
    /** The same scan told twice has the same key. */
    scanKey: text().notNull(),
    kind: scanKind().notNull(),
    /** In the carrier's words. */
    message: text().notNull().default(''),
    place: text().notNull().default(''),
    /** When it was scanned, not when we were told. */
    occurredAt: at().notNull(),
    receivedAt: createdAt(),
  },
  (table) => [
    uniqueIndex().on(table.shipmentId, table.scanKey),
    // One parcel's timeline.
    index().on(table.shipmentId, table.occurredAt),
  ],
);

/** Whose a tracking number is: the first seller to send a parcel with it. Nobody else may use it. */
export const trackingNumbers = pgTable('tracking_numbers', {
  trackingNumber: text().primaryKey(),
  sellerId: uuid().notNull(),
  createdAt: createdAt(),
});
