import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { testDatabase } from '@/tests/support/database';
import type { Executor } from './database';

// One connection: what it has prepared is asked of itself.
const { db } = await testDatabase({ poolSize: 1 });

/** How often this connection has prepared the question `mark`. */
async function prepared(executor: Executor, mark: string): Promise<number> {
  const [row] = await executor.execute<{ count: number }>(
    sql`select count(*)::int as count from pg_prepared_statements where statement like ${`%as ${mark}`}`,
  );
  return row?.count ?? 0;
}

const ask = (executor: Executor, mark: string, value: number) =>
  executor.execute<Record<string, number>>(sql`select ${value}::int as ${sql.raw(mark)}`);

test('a statement with parameters is parsed once a connection, whatever it is asked with', async () => {
  expect(await ask(db, 'plain', 1)).toMatchObject([{ plain: 1 }]);
  expect(await ask(db, 'plain', 2)).toMatchObject([{ plain: 2 }]);
  expect(await prepared(db, 'plain')).toBe(1);
});

test('in transactions and in their savepoints, too, whose failures cost nothing else', async () => {
  await db.transaction(async (tx) => {
    await ask(tx, 'outer_one', 1);
    await tx
      .transaction(async (savepoint) => {
        await ask(savepoint, 'inner_one', 1);
        throw new Error('never mind');
      })
      .catch(() => {});
    expect(await ask(tx, 'outer_one', 3)).toMatchObject([{ outer_one: 3 }]);
    expect(await prepared(tx, 'outer_one')).toBe(1);
    expect(await prepared(tx, 'inner_one')).toBe(1);
  });
});

test('a statement without parameters may be several', async () => {
  await expect(db.execute(sql`select 1; select 2`)).resolves.toBeDefined();
});
