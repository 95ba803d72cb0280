import { randomBytes } from 'node:crypto';
import { afterAll, inject } from 'vitest';
import postgres from 'postgres';
import { OWNER_ROLE } from '@/dev/postgres';
import { connect, type Connection } from '@/lib/platform/database';
import { withDatabaseName } from './database-url';

export type TestDatabase = {
  /** As the app connects: owns nothing, may not rewrite history. */
  readonly db: Connection['db'];
  readonly sql: Connection['sql'];
  /** As migrations and seeds connect. */
  readonly ownerDb: Connection['db'];
  readonly ownerSql: Connection['sql'];
  /** The app role's address, for code that opens its own connections. */
  readonly url: string;
  readonly ownerUrl: string;
  /** Ends the connections and drops the database. Called by itself after the file's last test. */
  close(): Promise<void>;
};

/**
 * A freshly migrated, empty database for this test file, cloned from the run's template. Call it once at
 * the top of a `*.db.test.ts` file. `database()` of lib/platform answers with it, too, so that code
 * which is handed no executor (job handlers, route wrappers) can be tested as it is.
 */
export async function testDatabase(options: { poolSize?: number } = {}): Promise<TestDatabase> {
  const server = inject('testServer');
  const name = `${server.databasePrefix}${randomBytes(6).toString('hex')}`;
  await onServer(server.adminUrl, (sql) =>
    sql.unsafe(`CREATE DATABASE ${name} TEMPLATE ${server.template} OWNER ${OWNER_ROLE}`),
  );

  const url = withDatabaseName(server.appUrl, name);
  const ownerUrl = withDatabaseName(server.ownerUrl, name);
  const app = connect(url, { max: options.poolSize ?? 10, applicationName: name, plans: 'kept' });
  const owner = connect(ownerUrl, { max: 4, applicationName: `${name}_owner` });
  standInForTheProcessPool(app);

  const close = once(async () => {
    await Promise.all([app.close(), owner.close()]);
    await onServer(server.adminUrl, (sql) => sql.unsafe(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`));
  });
  afterAll(close);
  return { db: app.db, sql: app.sql, ownerDb: owner.db, ownerSql: owner.sql, url, ownerUrl, close };
}

async function onServer(url: string, run: (sql: postgres.Sql) => Promise<unknown>): Promise<void> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    await run(sql);
  } finally {
    await sql.end();
  }
}

function standInForTheProcessPool(connection: Connection): void {
  const holder = globalThis as typeof globalThis & {
    soukConnection?: Connection;
    soukSearchConnection?: Connection;
  };
  holder.soukConnection = connection;
  holder.soukSearchConnection = connection;
}

function once(run: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined;
  return () => (running ??= run());
}
