import { sql } from 'drizzle-orm';
import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { migrate as applyMigrations } from 'drizzle-orm/postgres-js/migrator';
import { fileURLToPath } from 'node:url';
import postgres from 'postgres';
import { APPEND_ONLY_TABLES } from './schema/append-only';

/** Any number will do, as long as every migrating process takes the same lock. */
const MIGRATION_LOCK = 7_305_113;

const MIGRATIONS = fileURLToPath(new URL('./migrations', import.meta.url));

/**
 * Brings the schema up to date as the role that owns it, then grants the app's role exactly what it may do:
 * everything but changing or deleting rows of append-only tables. Processes that migrate at the same time
 * wait for each other. Repeatable. When both roles are one (a hosted database with a single login) there is
 * nothing to grant, and append-only is not enforced by the database.
 */
export async function migrate(ownerUrl: string, appRole: string): Promise<void> {
  const client = postgres(ownerUrl, {
    max: 1,
    onnotice: () => {},
    connection: { application_name: 'souk-migrate' },
  });
  const db = drizzle(client);
  try {
    // The lock belongs to the session, which is this client's only connection, and ends with it.
    await db.execute(sql`select pg_advisory_lock(${MIGRATION_LOCK})`);
    await applyMigrations(db, { migrationsFolder: MIGRATIONS });
    if (roleOf(ownerUrl) !== appRole) await grantToApp(db, appRole);
  } finally {
    await client.end({ timeout: 5 });
  }
}

async function grantToApp(db: PostgresJsDatabase, appRole: string): Promise<void> {
  const role = sql.identifier(appRole);
  // One transaction, so that the app never holds the wider rights of the first statement on a ledger table.
  await db.transaction(async (tx) => {
    await tx.execute(sql`grant usage on schema public to ${role}`);
    await tx.execute(sql`grant select, insert, update, delete on all tables in schema public to ${role}`);
    for (const table of APPEND_ONLY_TABLES) {
      await tx.execute(sql`revoke update, delete on ${sql.identifier(table)} from ${role}`);
    }
    await tx.execute(sql`grant usage, select on all sequences in schema public to ${role}`);
    // A table made by hand between two runs can be read and added to until the next one decides.
    await tx.execute(
      sql`alter default privileges in schema public grant select, insert on tables to ${role}`,
    );
    await tx.execute(
      sql`alter default privileges in schema public grant usage, select on sequences to ${role}`,
    );
  });
}

/** The role in a connection URL. */
export function roleOf(databaseUrl: string): string {
  return decodeURIComponent(new URL(databaseUrl).username);
}
