import { describe, expect, test } from 'vitest';
import { testDatabase } from '@/tests/support/database';
import { migrate, roleOf } from './migrate';
import { APPEND_ONLY_TABLES } from './schema/append-only';

const { sql, ownerSql, url, ownerUrl } = await testDatabase();

async function appPrivileges(): Promise<Record<string, string[]>> {
  const rows = await ownerSql<{ table: string; privileges: string[] }[]>`
    select table_name as table, array_agg(privilege_type::text order by privilege_type) as privileges
    from information_schema.role_table_grants
    where grantee = ${roleOf(url)} and table_schema = 'public'
    group by table_name`;
  return Object.fromEntries(rows.map(({ table, privileges }) => [table, privileges]));
}

describe('migrate', () => {
  test('can be repeated, also by several processes at a time, and changes nothing', async () => {
    const applied = () => ownerSql`select hash, created_at from drizzle.__drizzle_migrations order by id`;
    const before = { applied: await applied(), privileges: await appPrivileges() };
    await Promise.all([1, 2, 3].map(() => migrate(ownerUrl, roleOf(url))));
    expect({ applied: await applied(), privileges: await appPrivileges() }).toEqual(before);
  });

  test('lets the app add and read history, but never change or delete it', async () => {
    const privileges = await appPrivileges();
    for (const table of APPEND_ONLY_TABLES) expect(privileges[table]).toEqual(['INSERT', 'SELECT']);
    await expect(sql`update ledger_postings set amount_minor = 0`).rejects.toThrow(/permission denied/);
    await expect(sql`delete from audit_log`).rejects.toThrow(/permission denied/);
  });

  test('lets the app do its work on every other table', async () => {
    const privileges = await appPrivileges();
    const tables = await ownerSql<{ name: string }[]>`
      select tablename as name from pg_tables where schemaname = 'public'`;
    const ordinary = tables
      .map(({ name }) => name)
      .filter((name) => !APPEND_ONLY_TABLES.some((each) => each === name));
    expect(ordinary.length).toBeGreaterThan(10);
    for (const name of ordinary) expect(privileges[name]).toEqual(['DELETE', 'INSERT', 'SELECT', 'UPDATE']);
  });

  test('keeps the app from changing the schema', async () => {
    await expect(sql`create table mine (id int)`).rejects.toThrow(/permission denied/);
    await expect(sql`drop table products`).rejects.toThrow(/must be owner/);
    await expect(sql`truncate ledger_entries`).rejects.toThrow(/permission denied/);
  });

  test('a table made by hand can be read and added to until the next run', async () => {
    await ownerSql`create table by_hand (id int)`;
    expect((await appPrivileges()).by_hand).toEqual(['INSERT', 'SELECT']);
    await migrate(ownerUrl, roleOf(url));
    expect((await appPrivileges()).by_hand).toContain('UPDATE');
  });

  test('works where one login is all there is', async () => {
    await expect(migrate(ownerUrl, roleOf(ownerUrl))).resolves.toBeUndefined();
  });
});
