import { sql } from 'drizzle-orm';
import {
  check,
  index,
  integer,
  jsonb,
  numeric,
  pgEnum,
  pgTable,
  primaryKey,
  smallint,
  text,
  uuid,
} from 'drizzle-orm/pg-core';
import { at, citext, createdAt, currency, id, minor, updatedAt } from './columns';
import { customers } from './customers';
import { offers } from './offers';
import { sellers } from './sellers';

/** Where a parcel goes, as it was typed when the order was placed. */
export type AddressSnapshot = {
  recipient: string;
  line1: string;
  line2: string;
  city: string;
  region: string;
  postalCode: string;
  country: string;
  phone: string;
};

export const orderStatus = pgEnum('order_status', ['pending_payment', 'paid', 'cancelled']);

/** Whether prices contain tax, or it was added to them: by where the parcels go. */
export const taxMode = pgEnum('tax_mode', ['inclusive', 'exclusive']);

export const taxClass = pgEnum('tax_class', ['standard', 'reduced', 'super_reduced', 'zero', 'exempt']);

/** One purchase with one payment. Its amounts are the sums of its seller orders', to the minor unit. */
export const orders = pgTable(
  'orders',
  {
    id: id(),
    /** What people read and type: does not count up. */
    number: text().notNull().unique(),
    customerId: uuid()
      .notNull()
      .references(() => customers.id),
    email: citext().notNull(),
    /** SHA-256 of the token in a guest's order link. */
    guestTokenHash: text(),
    status: orderStatus().notNull().default('pending_payment'),
    market: text().notNull().default('default'),
    locale: text().notNull(),
    currency: currency().notNull(),
    goodsMinor: minor().notNull(),
    discountMinor: minor().notNull(),
    shippingMinor: minor().notNull(),
    taxMode: taxMode().notNull().default('inclusive'),
    /** Contained in the prices, or added to them: by the mode. */
    taxMinor: minor().notNull(),
    totalMinor: minor().notNull(),
    /** What of the total store credit pays. */
    creditMinor: minor().notNull().default(0),
    shippingAddress: jsonb().$type<AddressSnapshot>().notNull(),
    /** Counts state changes; events carry it. */
    version: integer().notNull().default(1),
    placedAt: createdAt(),
    paidAt: at(),
    cancelledAt: at(),
    updatedAt: updatedAt(),
  },
  (table) => [
    // A buyer's orders, newest first.
    index().on(table.customerId, table.placedAt.desc()),
    // Unpaid orders whose time is up.
    index('orders_awaiting_payment')
      .on(table.placedAt)
      .where(sql`${table.status} = 'pending_payment'`),
    check('orders_credit', sql`${table.creditMinor} between 0 and ${table.totalMinor}`),
    check(
      'orders_total',
      sql`${table.totalMinor} = ${table.goodsMinor} - ${table.discountMinor} + ${table.shippingMinor}
        + case when ${table.taxMode} = 'exclusive' then ${table.taxMinor} else 0 end`,
    ),
    check(
      'orders_amounts',
      sql`${table.discountMinor} between 0 and ${table.goodsMinor} and ${table.shippingMinor} >= 0`,
    ),
  ],
);

export const sellerOrderStatus = pgEnum('seller_order_status', [
  'pending_payment',
  'to_accept',
  'to_ship',
  'partly_shipped',
  'shipped',
  'delivered',
  'cancelled',
]);

/** One seller's part of an order: ships, cancels, refunds and pays out on its own. */
export const sellerOrders = pgTable(
  'seller_orders',
  {
    id: id(),
    orderId: uuid()
      .notNull()
      .references(() => orders.id),
    sellerId: uuid()
      .notNull()
      .references(() => sellers.id),
    status: sellerOrderStatus().notNull().default('pending_payment'),
    currency: currency().notNull(),
    goodsMinor: minor().notNull(),
    discountMinor: minor().notNull(),
    shippingMinor: minor().notNull(),
    taxMode: taxMode().notNull().default('inclusive'),
    taxMinor: minor().notNull(),
    totalMinor: minor().notNull(),
    /** What of the total store credit pays. */
    creditMinor: minor().notNull().default(0),
    commissionMinor: minor().notNull(),
    deliveryCode: text().notNull(),
    /** By when it has to leave for the promise to hold, at noon UTC; not known of parts placed before it was kept. */
    shipBy: at(),
    /** The delivery promise, as dates at noon UTC. */
    promisedFrom: at().notNull(),
    promisedTo: at().notNull(),
    version: integer().notNull().default(1),
    placedAt: createdAt(),
    acceptedAt: at(),
    shippedAt: at(),
    deliveredAt: at(),
    /** When buyer and seller were told that the promise has passed. */
    lateToldAt: at(),
    cancelledAt: at(),
    cancelReason: text(),
    updatedAt: updatedAt(),
  },
  (table) => [
    index().on(table.orderId),
    // A seller's queues, what is promised soonest first; and how many are in them.
    index().on(table.sellerId, table.status, table.promisedTo, table.id),
    // All of a seller's, newest first.
    index().on(table.sellerId, table.id),
    // What a seller sold on a day.
    index().on(table.sellerId, table.placedAt),
    // What of a seller's has not arrived as promised.
    index('seller_orders_late')
      .on(table.sellerId, table.promisedTo, table.id)
      .where(sql`${table.lateToldAt} is not null and ${table.status} not in ('delivered', 'cancelled')`),
    // Whose promise passes next.
    index('seller_orders_to_arrive')
      .on(table.promisedTo)
      .where(
        sql`${table.lateToldAt} is null and ${table.status} not in ('pending_payment', 'delivered', 'cancelled')`,
      ),
    check('seller_orders_credit', sql`${table.creditMinor} between 0 and ${table.totalMinor}`),
    check(
      'seller_orders_total',
      sql`${table.totalMinor} = ${table.goodsMinor} - ${table.discountMinor} + ${table.shippingMinor}
        + case when ${table.taxMode} = 'exclusive' then ${table.taxMinor} else 0 end`,
    ),
  ],
);

/** What was bought, as it was when it was bought. */
export const orderLines = pgTable(
  'order_lines',
  {
    id: id(),
    orderId: uuid()
      .notNull()
      .references(() => orders.id),
    sellerOrderId: uuid()
      .notNull()
      .references(() => sellerOrders.id),
    sellerId: uuid().notNull(),
    offerId: uuid()
      .notNull()
      .references(() => offers.id),
    variantId: uuid().notNull(),
    productId: uuid().notNull(),
    productRevision: integer().notNull(),
    title: text().notNull(),
    /** `Sage, M`; empty for a product without choices. */
    variantLabel: text().notNull(),
    sellerSku: text().notNull(),
    imageKey: text(),
    quantity: integer().notNull(),
    cancelledQuantity: integer().notNull().default(0),
    /** What has left in parcels; what is neither shipped nor cancelled is still to be sent. */
    shippedQuantity: integer().notNull().default(0),
    /** What was checked and put into a box, sent since or not. */
    packedQuantity: integer().notNull().default(0),
    currency: currency().notNull(),
    unitPriceMinor: minor().notNull(),
    goodsMinor: minor().notNull(),
    /** Of the goods value; who pays for it decides whose share shrinks. */
    sellerDiscountMinor: minor().notNull(),
    marketDiscountMinor: minor().notNull(),
    /** This line's share of its parcel's shipping. */
    shippingMinor: minor().notNull(),
    taxMode: taxMode().notNull().default('inclusive'),
    taxClass: taxClass().notNull().default('standard'),
    /** To the hundredth: some rates have halves. */
    taxBasisPoints: numeric({ precision: 7, scale: 2, mode: 'number' }).notNull(),
    taxMinor: minor().notNull(),
    totalMinor: minor().notNull(),
    /** What of the total store credit pays. */
    creditMinor: minor().notNull().default(0),
    /** Frozen at sale, with the rule that set it. */
    commissionBasisPoints: integer().notNull(),
    commissionMinor: minor().notNull(),
    commissionRule: text().notNull(),
    position: smallint().notNull(),
  },
  (table) => [
    index().on(table.orderId, table.position),
    index().on(table.sellerOrderId),
    // "Has this person bought it", and what sells.
    index().on(table.productId),
    check(
      'order_lines_quantity',
      sql`${table.quantity} > 0 and ${table.cancelledQuantity} >= 0 and ${table.shippedQuantity} >= 0
        and ${table.cancelledQuantity} + ${table.shippedQuantity} <= ${table.quantity}`,
    ),
    check('order_lines_packed', sql`${table.packedQuantity} between 0 and ${table.quantity}`),
    check('order_lines_goods', sql`${table.goodsMinor} = ${table.unitPriceMinor} * ${table.quantity}`),
    check('order_lines_credit', sql`${table.creditMinor} between 0 and ${table.totalMinor}`),
    check(
      'order_lines_total',
      sql`${table.totalMinor} = ${table.goodsMinor} - ${table.sellerDiscountMinor} - ${table.marketDiscountMinor} + ${table.shippingMinor}
        + case when ${table.taxMode} = 'exclusive' then ${table.taxMinor} else 0 end`,
    ),
  ],
);

/** What can be told of an order. */
export type OrderHistoryEvent =
  | 'order.placed'
  | 'order.paid'
  | 'order.cancelled'
  | 'seller_order.accepted'
  | 'seller_order.packed'
  | 'seller_order.unpacked'
  | 'seller_order.partly_shipped'
  | 'seller_order.shipped'
  | 'seller_order.delivered'
  | 'seller_order.late'
  | 'seller_order.lines_cancelled'
  | 'seller_order.cancelled';

/** What happened to an order, for its timeline and for whoever has to explain it. Append-only. */
export const orderHistory = pgTable(
  'order_history',
  {
    id: id(),
    orderId: uuid()
      .notNull()
      .references(() => orders.id),
    sellerOrderId: uuid().references(() => sellerOrders.id),
    event: text().$type<OrderHistoryEvent>().notNull(),
    /** `customer`, `seller:<uuid>`, `staff:<uuid>`, `system`. */
    actor: text().notNull(),
    detail: jsonb().$type<Record<string, string | number>>().notNull().default({}),
    occurredAt: createdAt(),
  },
  (table) => [index().on(table.orderId, table.occurredAt)],
);

/** A request that must happen once: the key is claimed inside its transaction, the answer kept beside it. */
export const idempotencyKeys = pgTable(
  'idempotency_keys',
  {
    scope: text().notNull(),
    key: text().notNull(),
    /** SHA-256 of the request: the same key with another body is refused. */
    requestHash: text().notNull(),
    reference: uuid(),
    createdAt: createdAt(),
  },
  (table) => [primaryKey({ columns: [table.scope, table.key] }), index().on(table.createdAt)],
);
