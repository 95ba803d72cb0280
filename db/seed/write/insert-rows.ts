import { getTableColumns } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import type { Executor } from '@/lib/platform/database';

/** Postgres takes at most 65,535 parameters in a statement. */
const PARAMETERS = 60_000;

/** Inserts however many rows in as few statements as there may be; rows that are there already stay. */
export async function insertRows<Table extends PgTable>(
  db: Executor,
  table: Table,
  rows: readonly Table['$inferInsert'][],
): Promise<void> {
  const size = Math.floor(PARAMETERS / Object.keys(getTableColumns(table)).length);
  for (let start = 0; start < rows.length; start += size) {
    await db
      .insert(table)
      .values(rows.slice(start, start + size))
      .onConflictDoNothing();
  }
}
