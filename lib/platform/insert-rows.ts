import { getTableColumns, getTableName, sql, type SQL } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import type { Transaction } from './database';
import { jsonRows } from './sql-values';

/** Rows for a table; `rowsFor` makes one of them with its types. */
export type Insertion = { readonly table: PgTable; readonly rows: readonly Record<string, unknown>[] };

export function rowsFor<Table extends PgTable>(
  table: Table,
  rows: readonly Table['$inferInsert'][],
): Insertion {
  return { table, rows };
}

/**
 * Writes rows of several tables in one statement, which may refer to each other: one round trip, and the same
 * statement however many rows there are, so that it stays planned. Columns that no row names get their default;
 * ids that the app makes are made. A column holds what JSON can say of it, which bytes are not.
 */
export async function insertRows(tx: Transaction, ...insertions: readonly Insertion[]): Promise<void> {
  const filled = insertions.filter(({ rows }) => rows.length > 0);
  if (filled.length === 0) return;
  const steps = filled.map(
    (insertion, index) => sql`${sql.identifier(`step_${index}`)} as (${into(insertion)})`,
  );
  await tx.execute(sql`with ${sql.join(steps, sql`, `)} select 1`);
}

function into({ table, rows }: Insertion): SQL {
  const columns = Object.entries(getTableColumns(table)).filter(
    ([key, column]) => column.defaultFn || rows.some((row) => row[key] !== undefined),
  );
  const values = rows.map((row) =>
    Object.fromEntries(
      columns.map(([key, column]) => [
        inDatabase(key),
        row[key] === undefined ? column.defaultFn?.() : row[key],
      ]),
    ),
  );
  const name = sql.identifier(getTableName(table));
  const names = sql.join(
    columns.map(([key]) => sql.identifier(inDatabase(key))),
    sql`, `,
  );
  return sql`insert into ${name} (${names}) select ${names} from jsonb_populate_recordset(null::${name}, ${jsonRows(values)})`;
}

/** As Drizzle's `snake_case` does. */
function inDatabase(key: string): string {
  return key.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
