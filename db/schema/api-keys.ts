import { index, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { at, createdAt, id } from './columns';
import { users } from './identity';
import { sellers } from './sellers';

/** By which a seller's own programs act for it. The key itself is shown once; its SHA-256 is kept. */
export const apiKeys = pgTable(
  'api_keys',
  {
    id: id(),
    sellerId: uuid()
      .notNull()
      .references(() => sellers.id),
    /** What its owner calls it: `Warehouse`. */
    name: text().notNull(),
    scopes: jsonb().$type<string[]>().notNull(),
    keyHash: text().notNull().unique(),
    /** The last characters, to tell keys apart. */
    ending: text().notNull(),
    createdBy: uuid()
      .notNull()
      .references(() => users.id),
    createdAt: createdAt(),
    /** To the minute. */
    lastUsedAt: at(),
    revokedAt: at(),
  },
  (table) => [index().on(table.sellerId, table.createdAt.desc())],
);

/** Answers to requests that came with an idempotency key, kept beside what they did, in one transaction. */
export const apiAnswers = pgTable(
  'api_answers',
  {
    apiKeyId: uuid()
      .notNull()
      .references(() => apiKeys.id, { onDelete: 'cascade' }),
    idempotencyKey: text().notNull(),
    /** SHA-256 of the request: the same key with another request is refused. */
    requestHash: text().notNull(),
    answer: jsonb().$type<unknown>(),
    createdAt: createdAt(),
  },
  // The second index serves retention.
  (table) => [primaryKey({ columns: [table.apiKeyId, table.idempotencyKey] }), index().on(table.createdAt)],
);
