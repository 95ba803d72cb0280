import { sql } from 'drizzle-orm';
import {
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { at, createdAt, id } from './columns';
import { users } from './identity';
import { sellers } from './sellers';

export const webhookEndpointStatus = pgEnum('webhook_endpoint_status', ['active', 'paused', 'failed']);

/** Where a seller's programs want to be told what happens. */
export const webhookEndpoints = pgTable(
  'webhook_endpoints',
  {
    id: id(),
    sellerId: uuid()
      .notNull()
      .references(() => sellers.id),
    url: text().notNull(),
    events: jsonb().$type<string[]>().notNull(),
    /** `failed` when nobody had answered there for too long. */
    status: webhookEndpointStatus().notNull().default('active'),
    /** Counts its secrets; a secret is derived from the endpoint and this, and stands nowhere. */
    secretGeneration: integer().notNull().default(1),
    secretRotatedAt: at(),
    /** Since when nothing has come through; null while it does. */
    failingSince: at(),
    createdBy: uuid()
      .notNull()
      .references(() => users.id),
    createdAt: createdAt(),
    removedAt: at(),
  },
  (table) => [
    // Whom to tell.
    index('webhook_endpoints_of_seller')
      .on(table.sellerId)
      .where(sql`${table.removedAt} is null`),
  ],
);

export const webhookDeliveryStatus = pgEnum('webhook_delivery_status', ['waiting', 'delivered', 'failed']);

/** What an endpoint was, or is to be, told. */
export const webhookDeliveries = pgTable(
  'webhook_deliveries',
  {
    id: id(),
    endpointId: uuid()
      .notNull()
      .references(() => webhookEndpoints.id, { onDelete: 'cascade' }),
    /** `order.placed` */
    event: text().notNull(),
    /** Names the occurrence: an endpoint is told of it once. */
    occurrence: text().notNull(),
    data: jsonb().$type<Record<string, string | number>>().notNull(),
    status: webhookDeliveryStatus().notNull().default('waiting'),
    attempts: smallint().notNull().default(0),
    /** Of the latest attempt: the HTTP status, or null with why none came. */
    answeredStatus: smallint(),
    problem: text(),
    deliveredAt: at(),
    createdAt: createdAt(),
  },
  (table) => [
    uniqueIndex().on(table.endpointId, table.occurrence),
    // The log of an endpoint, newest first.
    index().on(table.endpointId, table.id.desc()),
    // Retention.
    index().on(table.createdAt),
  ],
);
