import postgres from 'postgres';
import { PostgresError } from './errors';
import type { PostgresServer } from './server';

export type RolePasswords = { readonly owner: string; readonly app: string };

export type DatabaseUrls = { readonly ownerUrl: string; readonly appUrl: string };

export const OWNER_ROLE = 'souk_owner';
export const APP_ROLE = 'souk_app';

/**
 * Makes the two roles and the database, or brings their passwords up to date. The app's role owns nothing;
 * what it may do is granted by `db/migrate.ts`. Repeatable.
 */
export async function provision(
  server: PostgresServer,
  passwords: RolePasswords,
  database = 'souk',
): Promise<DatabaseUrls> {
  await asSuperuser(server.superuserUrl, async (sql) => {
    await ensureRole(sql, OWNER_ROLE, passwords.owner);
    await ensureRole(sql, APP_ROLE, passwords.app);
    const [existing] = await sql`select 1 from pg_database where datname = ${database}`;
    if (!existing) await sql`create database ${sql(database)} owner ${sql(OWNER_ROLE)}`;
  });
  const inDatabase = new URL(server.superuserUrl);
  inDatabase.pathname = `/${database}`;
  // The only extension a plain owner may not create.
  await asSuperuser(inDatabase.href, (sql) => sql`create extension if not exists pg_stat_statements`);
  return {
    ownerUrl: urlFor(server, OWNER_ROLE, passwords.owner, database),
    appUrl: urlFor(server, APP_ROLE, passwords.app, database),
  };
}

function urlFor(server: PostgresServer, role: string, password: string, database: string): string {
  return `postgres://${role}:${encodeURIComponent(password)}@127.0.0.1:${server.port}/${database}`;
}

async function ensureRole(sql: postgres.Sql, role: string, password: string): Promise<void> {
  const [existing] = await sql`select 1 from pg_roles where rolname = ${role}`;
  if (!existing) await sql`create role ${sql(role)} login`;
  // DDL takes no parameters; the server quotes the password itself.
  const [{ statement }] = await sql<[{ statement: string }]>`
    select format('alter role %I login password %L', ${role}::text, ${password}::text) as statement`;
  await sql.unsafe(statement);
}

async function asSuperuser<T>(url: string, work: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  const sql = postgres(url, { max: 1, onnotice: () => {}, connect_timeout: 10 });
  try {
    return await work(sql);
  } catch (error) {
    if (error instanceof postgres.PostgresError && error.code === '28P01') throw lostPassword();
    throw error;
  } finally {
    await sql.end({ timeout: 5 });
  }
}

function lostPassword(): PostgresError {
  return new PostgresError(
    'The database was made with other secrets than secrets.json holds now. ' +
      'Put the old file back, or start afresh with npm run dev:reset.',
  );
}
