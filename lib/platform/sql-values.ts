import { sql, type SQL } from 'drizzle-orm';

/** One array parameter, however long; `= any(…)` of it is planned the same for one id and a thousand. */
export function uuidArray(ids: readonly string[]): SQL {
  return sql`${`{${ids.join(',')}}`}::uuid[]`;
}

export function intArray(values: readonly number[]): SQL {
  return sql`${`{${values.join(',')}}`}::int[]`;
}

/** Rows as one JSON parameter, for `jsonb_to_recordset(…)` and `jsonb_array_elements(…)`. */
export function jsonRows(rows: readonly unknown[]): SQL {
  return sql`${JSON.stringify(rows)}::jsonb`;
}
