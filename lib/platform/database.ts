import { sql } from 'drizzle-orm';
import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import type { PgTransaction } from 'drizzle-orm/pg-core';
import type { PostgresJsQueryResultHKT } from 'drizzle-orm/postgres-js';
import type { ExtractTablesWithRelations } from 'drizzle-orm';
import postgres from 'postgres';
import { env } from './env';

type NoSchema = Record<string, never>;

export type Database = PostgresJsDatabase<NoSchema>;
export type Transaction = PgTransaction<
  PostgresJsQueryResultHKT,
  NoSchema,
  ExtractTablesWithRelations<NoSchema>
>;

/** What a query runs on: the pool, or the transaction it is part of. Always the first argument. */
export type Executor = Database | Transaction;

export type Connection = { readonly db: Database; readonly sql: postgres.Sql; close(): Promise<void> };

/** Opens a pool of its own; processes use `database()`, tests and tools open and close theirs. */
export function connect(url: string, options: { max?: number; applicationName?: string } = {}): Connection {
  const sql = postgres(url, {
    max: options.max ?? 10,
    idle_timeout: 60,
    connect_timeout: 10,
    onnotice: () => {},
    connection: { application_name: options.applicationName ?? 'souk' },
  });
  return { db: drizzle(sql, { casing: 'snake_case' }), sql, close: () => sql.end({ timeout: 5 }) };
}

/**
 * For the rest of a transaction whose statements reach everything by the keys of a batch. Until a growing
 * table has statistics the planner would read all of it instead, and each batch would cost more than the last.
 */
export async function reachRowsByKey(tx: Transaction): Promise<void> {
  await tx.execute(sql`set local enable_seqscan = off`);
}

const holder = globalThis as typeof globalThis & { soukConnection?: Connection };

/** This process's pool, as the app's role. Survives hot reloading. */
export function database(): Database {
  return connection().db;
}

export function connection(): Connection {
  holder.soukConnection ??= connect(env().DATABASE_URL, { max: env().DATABASE_POOL_SIZE });
  return holder.soukConnection;
}
