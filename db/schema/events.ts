import { sql } from 'drizzle-orm';
import {
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { at, createdAt, id } from './columns';

/**
 * What happened, written in the transaction that made it happen. The worker turns each event into one job
 * per handler and marks it; rows are claimed by lock, never by "id greater than the last", because
 * commits overtake each other.
 */
export const outboxEvents = pgTable(
  'outbox_events',
  {
    id: id(),
    name: text().notNull(),
    /** Of the payload's schema. */
    schemaVersion: integer().notNull(),
    aggregateId: uuid().notNull(),
    aggregateVersion: integer().notNull(),
    payload: jsonb().$type<unknown>().notNull(),
    requestId: text(),
    occurredAt: createdAt(),
    dispatchedAt: at(),
  },
  (table) => [
    index('outbox_events_waiting')
      .on(table.occurredAt)
      .where(sql`${table.dispatchedAt} is null`),
    // Retention.
    index().on(table.dispatchedAt),
  ],
);

export const jobStatus = pgEnum('job_status', ['waiting', 'running', 'done', 'dead']);

/** Work for later. A claimed job is leased: a killed worker's jobs come back when the lease ends. */
export const jobs = pgTable(
  'jobs',
  {
    id: id(),
    name: text().notNull(),
    payload: jsonb().$type<unknown>().notNull(),
    status: jobStatus().notNull().default('waiting'),
    /** Higher first. */
    priority: integer().notNull().default(0),
    /** At most one job with a key exists: an event's handler runs once, a schedule's slot once. */
    uniqueKey: text(),
    attempts: integer().notNull().default(0),
    maxAttempts: integer().notNull().default(10),
    runAt: createdAt(),
    leasedUntil: at(),
    lastError: text(),
    requestId: text(),
    createdAt: createdAt(),
    finishedAt: at(),
  },
  (table) => [
    uniqueIndex().on(table.uniqueKey),
    // The claim: what is due, most urgent first.
    index('jobs_due')
      .on(table.priority.desc(), table.runAt)
      .where(sql`${table.status} = 'waiting'`),
    index('jobs_leased')
      .on(table.leasedUntil)
      .where(sql`${table.status} = 'running'`),
    // Retention, and the operator's list of dead ones.
    index().on(table.status, table.finishedAt),
  ],
);

/** Every webhook that was verified, once per source and event, before anything acts on it. */
export const webhookInbox = pgTable(
  'webhook_inbox',
  {
    source: text().notNull(),
    externalId: text().notNull(),
    type: text().notNull(),
    payload: jsonb().$type<unknown>().notNull(),
    receivedAt: createdAt(),
    processedAt: at(),
  },
  (table) => [
    primaryKey({ columns: [table.source, table.externalId] }),
    index('webhook_inbox_waiting')
      .on(table.receivedAt)
      .where(sql`${table.processedAt} is null`),
  ],
);

/**
 * Cached pages that a change has put out of date. Every web process keeps pages of its own, so each reads this list, and
 * it is kept for longer than a page is.
 */
export const outdatedPages = pgTable(
  'outdated_pages',
  {
    id: id(),
    /** Addresses without a locale. */
    outdated: text().array().notNull(),
    /** Those of them worth having ready again. */
    ready: text().array().notNull(),
    announcedAt: createdAt(),
  },
  (table) => [index().on(table.announcedAt)],
);
