import { spawn, type ChildProcess } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import postgres from 'postgres';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { isAlive, waitForExit } from '../process/inspect';
import { provision, startPostgres, stopPostgresIn, type Durability, type PostgresServer } from './index';

const PASSWORD = 'only-for-this-test';
const SLOW = 60_000;

let root: string;
let folder: string;
let said: string[];
const others: ChildProcess[] = [];

beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'souk-postgres-'));
  await chmod(root, 0o755);
  folder = path.join(root, 'postgres');
  said = [];
});
afterEach(async () => {
  for (const other of others.splice(0)) other.kill('SIGKILL');
  await stopPostgresIn(folder);
  await rm(root, { recursive: true, force: true });
});

function start(
  options: { port?: number; password?: string; durability?: Durability } = {},
): Promise<PostgresServer> {
  const say = (line: string) => said.push(line);
  return startPostgres({
    folder,
    password: PASSWORD,
    port: 15_544,
    durability: 'disposable',
    say,
    ...options,
  });
}

async function query<T>(url: string, run: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  return run(sql).finally(() => sql.end());
}

describe('starting PostgreSQL', { timeout: SLOW }, () => {
  test('what was committed is there after kill -9', async () => {
    const server = await start({ durability: 'durable' });
    await query(server.superuserUrl, async (sql) => {
      await sql`create table kept as select generate_series(1, 1000) as n`;
      const [settings] =
        await sql`select current_setting('fsync') as fsync, current_setting('synchronous_commit') as sync`;
      expect(settings).toEqual({ fsync: 'on', sync: 'on' });
    });
    process.kill(server.pid, 'SIGKILL');
    expect(await waitForExit(server.pid, 5_000)).toBe(true);

    const again = await start({ durability: 'durable' });
    expect(again.isNew).toBe(false);
    expect(await query(again.superuserUrl, (sql) => sql`select count(*)::int as n from kept`)).toEqual([
      { n: 1000 },
    ]);
  });

  test('a server that a killed parent left running is stopped and replaced', async () => {
    const left = await start();
    const again = await start();
    expect(isAlive(left.pid)).toBe(false);
    expect(again.port).toBe(left.port);
    expect(said).toEqual([expect.stringContaining(`process ${left.pid}`)]);
  });

  test('a taken port moves to the next', async () => {
    const squatter = createServer();
    await new Promise<void>((resolve) => squatter.listen(15_544, '127.0.0.1', resolve));
    try {
      expect((await start()).port).toBe(15_545);
      expect(said).toEqual(['Port 15544 is taken; the database listens on 15545.']);
    } finally {
      squatter.close();
    }
  });

  test('a first start that was interrupted is done again', async () => {
    const unfinished = path.join(folder, 'data.unfinished');
    await mkdir(path.join(unfinished, 'base'), { recursive: true });
    await writeFile(path.join(unfinished, 'PG_VERSION'), '18\n');
    expect((await start()).isNew).toBe(true);
    expect(said).toEqual([expect.stringContaining('interrupted')]);
    expect(await readdir(folder)).not.toContain('data.unfinished');
  });

  test('a half-written data folder is moved aside, not deleted', async () => {
    await mkdir(path.join(folder, 'data', 'base'), { recursive: true });
    await writeFile(path.join(folder, 'data', 'precious'), 'a row');
    expect((await start()).isNew).toBe(true);
    const aside = (await readdir(folder)).find((name) => name.startsWith('data.damaged-'));
    expect(await readdir(path.join(folder, aside ?? ''))).toContain('precious');
    expect(said).toEqual([expect.stringContaining(aside ?? 'data.damaged-')]);
  });

  test('the data of another major version is refused with what to do', async () => {
    await mkdir(path.join(folder, 'data', 'global'), { recursive: true });
    await writeFile(path.join(folder, 'data', 'PG_VERSION'), '15\n');
    await writeFile(path.join(folder, 'data', 'global', 'pg_control'), '');
    await expect(start()).rejects.toThrow(/made by PostgreSQL 15.*pg_dump.*dev:reset/s);
  });

  test('a stale pid file that names a living stranger does not stop the start', async () => {
    await (await start()).stop();
    const stranger = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
    others.push(stranger);
    await writeFile(
      path.join(folder, 'data', 'postmaster.pid'),
      `${stranger.pid}\n${folder}/data\n0\n15544\n`,
    );
    await start();
    expect(isAlive(stranger.pid ?? 0)).toBe(true);
  });

  test('stopping ends sessions that are in the middle of something', async () => {
    const server = await start();
    const sql = postgres(server.superuserUrl, { max: 1, onnotice: () => {} });
    const sleeping = sql`select pg_sleep(60)`.catch(() => 'ended');
    await sleep(200);
    await server.stop();
    expect(isAlive(server.pid)).toBe(false);
    expect(await sleeping).toBe('ended');
    await sql.end({ timeout: 0 });
  });

  test.runIf(process.getuid?.() === 0)('root may keep its checkout where only root can enter', async () => {
    await chmod(root, 0o700);
    const server = await start();
    expect(await query(server.superuserUrl, (sql) => sql`select 1 as one`)).toEqual([{ one: 1 }]);
    await server.stop();
    const { home } = await stopPostgresIn(folder);
    expect(home).toMatch(/^\/var\/lib\/souk\//);
    await rm(home, { recursive: true });
  });
});

describe('provisioning', { timeout: SLOW }, () => {
  test('gives an owner and an app that owns nothing, and can be repeated with new passwords', async () => {
    const server = await start();
    await provision(server, { owner: 'first', app: 'first' });
    const { ownerUrl, appUrl } = await provision(server, { owner: "o'wner", app: 'app-2' });
    await query(ownerUrl, (sql) => sql`create table things (id int)`);
    await expect(query(appUrl, (sql) => sql`create table mine (id int)`)).rejects.toThrow(
      /permission denied/,
    );
    await expect(query(appUrl, (sql) => sql`select * from things`)).rejects.toThrow(/permission denied/);
  });

  test('understands characters beyond ASCII, in order, case and trigrams', async () => {
    const server = await start();
    const { ownerUrl } = await provision(server, { owner: 'owner', app: 'app' });
    const [row] = await query(ownerUrl, async (sql) => {
      await sql`create extension pg_trgm`;
      return sql`select lower('ÉMILE') as lower, 'Émile' ilike 'émile' as alike, show_trgm('Éa') as trigrams`;
    });
    expect(row).toMatchObject({ lower: 'émile', alike: true });
    expect(row?.trigrams).toHaveLength(3);
  });

  test('explains that the secrets do not belong to the data', async () => {
    await (await start()).stop();
    const server = await start({ password: 'another' });
    await expect(provision(server, { owner: 'owner', app: 'app' })).rejects.toThrow(
      /secrets.json.*dev:reset/s,
    );
  });
});
