import { describe, expect, it } from 'vitest';
import { database } from '@/lib/platform/database';
import { testDatabase } from './database';

const started = performance.now();
const { sql, ownerSql, db } = await testDatabase();
const elapsedMs = performance.now() - started;

describe('a test file has a database of its own', () => {
  it('has every table and no row', async () => {
    const tables = await sql<{ name: string; rows: number }[]>`
      select relname as name, n_live_tup::int as rows from pg_stat_user_tables where schemaname = 'public'`;
    expect(tables.length).toBeGreaterThan(10);
    expect(tables.filter((table) => table.rows > 0)).toEqual([]);
  });

  it('is cloned fast enough for every file to have one', () => {
    expect(elapsedMs).toBeLessThan(2000);
  });

  it('connects the app as a role that owns nothing and may not rewrite the ledger', async () => {
    const [mine] = await sql`select count(*)::int as owned from pg_tables where tableowner = current_user`;
    expect(mine).toEqual({ owned: 0 });
    await expect(sql`delete from ledger_postings`).rejects.toThrow('permission denied');
    await expect(ownerSql`select 1 from ledger_postings`).resolves.toEqual([]);
  });

  it('is what database() answers with in this process', () => {
    expect(database()).toBe(db);
  });
});
