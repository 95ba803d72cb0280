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

export type ConnectOptions = {
  readonly max?: number;
  readonly applicationName?: string;
  /**
   * `kept`: a statement is planned once a connection, for whatever values come. For processes that ask the same
   * questions by key all day: to plan a join of ten tables takes five times as long as to answer it. Else Postgres
   * decides, for questions whose best plan depends on what is asked, and for tables that are being filled.
   */
  readonly plans?: 'kept';
};

/** Opens a pool of its own; processes use `database()`, tests and tools open and close theirs. */
export function connect(url: string, options: ConnectOptions = {}): Connection {
  const sql = postgres(url, {
    max: options.max ?? 10,
    idle_timeout: 60,
    connect_timeout: 10,
    onnotice: () => {},
    connection: {
      application_name: options.applicationName ?? 'souk',
      ...(options.plans === 'kept' && { plan_cache_mode: 'force_generic_plan' }),
    },
  });
  const db = drizzle(preparing(sql), { casing: 'snake_case' });
  return { db, sql, close: () => sql.end({ timeout: 5 }) };
}

/**
 * Has a connection parse and plan a statement once, not each time: else one with parameters costs two round trips,
 * the first to ask for their types. Drizzle prepares only what was given a name.
 */
function preparing(sql: postgres.Sql): postgres.Sql {
  const begin: (run: InTransaction) => Promise<unknown> = sql.begin.bind(sql);
  const inTransaction = (run: InTransaction) => begin((tx) => run(preparingIn(tx)));
  return Object.assign(preparingStatements(sql), { begin: inTransaction });
}

type InTransaction = (tx: postgres.TransactionSql) => Promise<unknown>;

function preparingIn(tx: postgres.TransactionSql): postgres.TransactionSql {
  const savepoint: (run: InTransaction) => Promise<unknown> = tx.savepoint.bind(tx);
  const inSavepoint = (run: InTransaction) => savepoint((inner) => run(preparingIn(inner)));
  return Object.assign(preparingStatements(tx), { savepoint: inSavepoint });
}

function preparingStatements<Client extends Pick<postgres.Sql, 'unsafe'>>(client: Client): Client {
  const send = client.unsafe.bind(client);
  const unsafe: typeof client.unsafe = (query, parameters, options) =>
    send(query, parameters, { ...options, prepare: (parameters?.length ?? 0) > 0 });
  return Object.assign(client, { unsafe });
}

/**
 * For the rest of a transaction whose statements reach everything by the keys of a batch. Until a growing
 * table has statistics the planner would read all of it instead, and each batch would cost more than the last.
 */
export async function reachRowsByKey(tx: Transaction): Promise<void> {
  await tx.execute(sql`set local enable_seqscan = off`);
}

const holder = globalThis as typeof globalThis & {
  soukConnection?: Connection;
  soukSearchConnection?: Connection;
};

/** This process's pool, as the app's role. Survives hot reloading. */
export function database(): Database {
  return connection().db;
}

export function connection(): Connection {
  holder.soukConnection ??= connect(env().DATABASE_URL, { max: env().DATABASE_POOL_SIZE, plans: 'kept' });
  return holder.soukConnection;
}

/** A second pool, for searches: which way is quickest depends on the words and filters. */
export function searchDatabase(): Database {
  holder.soukSearchConnection ??= connect(env().DATABASE_URL, {
    max: env().DATABASE_POOL_SIZE,
    applicationName: 'souk-search',
  });
  return holder.soukSearchConnection.db;
}
