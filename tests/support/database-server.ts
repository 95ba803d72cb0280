import { createHash, randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import postgres from 'postgres';
import type { TestProject } from 'vitest/node';
import { migrate } from '@/db/migrate';
import { APP_ROLE, OWNER_ROLE, provision, startPostgres, stopPostgresIn } from '@/dev/postgres';
import { withDatabaseName } from './database-url';
import { withFileLock } from './file-lock';

/** What a test file needs to make databases of its own on the run's server. */
export type TestServer = ServerUrls & {
  readonly template: string;
  /** Every database of this run starts with it. */
  readonly databasePrefix: string;
};

type ServerUrls = { readonly adminUrl: string; readonly ownerUrl: string; readonly appUrl: string };

declare module 'vitest' {
  interface ProvidedContext {
    testServer: TestServer;
  }
}

const FOLDER = '.souk/test/postgres';
const URLS_FILE = '.souk/test/postgres-urls.json';
const LOCK_FILE = '.souk/test/postgres.lock';
const FIRST_PORT = 5644;
/** Guards nothing of value: the server listens on this machine only and holds what tests made. */
const PASSWORD = 'souk-tests';
/** Each run keeps one connection of this name open; the last run to leave stops the server. */
const RUN_NAME = 'souk_test_run';
const MIGRATIONS = 'db/migrations';
/** What decides, besides the migrations, how a migrated database looks. */
const MIGRATOR = ['db/migrate.ts', 'db/schema/append-only.ts'];

/**
 * Starts the test server, or joins the one that another run has open or a killed run left behind, and makes
 * sure of a template database for the present migrations. Runs at the same time share the server.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const databasePrefix = `test_${randomBytes(4).toString('hex')}_`;
  const template = templateName();
  const { urls, presence } = await withFileLock(LOCK_FILE, async () => {
    const joined = await joinServer();
    await ensureTemplate(joined.presence, joined.urls, template);
    return joined;
  });
  project.provide('testServer', { ...urls, template, databasePrefix });
  return async () => {
    await dropDatabases(presence, databasePrefix);
    await withFileLock(LOCK_FILE, () => leaveServer(presence));
  };
}

async function joinServer(): Promise<{ urls: ServerUrls; presence: postgres.Sql }> {
  const saved = await readFile(URLS_FILE, 'utf8').catch(() => null);
  if (saved) {
    const urls = JSON.parse(saved) as ServerUrls;
    const presence = await enter(urls.adminUrl).catch(() => null);
    if (presence) return { urls, presence };
  }
  const urls = await startServer();
  await writeFile(URLS_FILE, JSON.stringify(urls));
  return { urls, presence: await enter(urls.adminUrl) };
}

async function startServer(): Promise<ServerUrls> {
  const server = await startPostgres({
    folder: FOLDER,
    password: PASSWORD,
    port: FIRST_PORT,
    durability: 'disposable',
  });
  const { ownerUrl, appUrl } = await provision(server, { owner: PASSWORD, app: PASSWORD });
  return { adminUrl: server.superuserUrl, ownerUrl, appUrl };
}

async function enter(adminUrl: string): Promise<postgres.Sql> {
  const presence = postgres(adminUrl, {
    max: 1,
    idle_timeout: 0,
    max_lifetime: null,
    onnotice: () => {},
    connection: { application_name: RUN_NAME },
  });
  try {
    await presence`select 1`;
    return presence;
  } catch (error) {
    await presence.end();
    throw error;
  }
}

/** Another run's template of older or newer migrations is left alone until no run is present. */
async function ensureTemplate(presence: postgres.Sql, urls: ServerUrls, template: string): Promise<void> {
  const [existing] = await presence`select 1 from pg_database where datname = ${template}`;
  if (existing) return;
  if (await isAlone(presence)) await dropDatabases(presence, '');
  const unfinished = `${template}_unfinished`;
  await presence`drop database if exists ${presence(unfinished)} with (force)`;
  await presence`create database ${presence(unfinished)} owner ${presence(OWNER_ROLE)}`;
  await migrate(withDatabaseName(urls.ownerUrl, unfinished), APP_ROLE);
  await presence`alter database ${presence(unfinished)} rename to ${presence(template)}`;
}

function templateName(): string {
  const hash = createHash('sha256');
  const migrations = readdirSync(MIGRATIONS)
    .filter((name) => name.endsWith('.sql'))
    .toSorted()
    .map((name) => `${MIGRATIONS}/${name}`);
  for (const file of [...migrations, ...MIGRATOR]) hash.update(file).update(readFileSync(file));
  return `template_${hash.digest('hex').slice(0, 12)}`;
}

async function dropDatabases(presence: postgres.Sql, prefix: string): Promise<void> {
  const names = await presence<{ datname: string }[]>`
    select datname from pg_database
    where datname ~ '^(test|template)_' and not datistemplate and starts_with(datname, ${prefix})`;
  for (const { datname } of names) {
    await presence`drop database if exists ${presence(datname)} with (force)`;
  }
}

async function isAlone(presence: postgres.Sql): Promise<boolean> {
  const [row] = await presence<{ runs: number }[]>`
    select count(*)::int as runs from pg_stat_activity where application_name = ${RUN_NAME}`;
  return row?.runs === 1;
}

async function leaveServer(presence: postgres.Sql): Promise<void> {
  const last = await isAlone(presence);
  await presence.end();
  if (!last) return;
  await rm(URLS_FILE, { force: true });
  await stopPostgresIn(FOLDER);
}
