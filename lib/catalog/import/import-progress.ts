import { sql } from 'drizzle-orm';
import { newId } from '@/lib/kernel/ids';
import type { Executor } from '@/lib/platform/database';

/** How far the import of a file has come. Never further than what is saved. */
export type ImportProgress = { readonly rowsRead: number; readonly rowsFailed: number };

/** Where an unfinished import of the same file by the same mapping stands; null when there is none. */
export async function getImportProgress(db: Executor, sourceKey: string): Promise<ImportProgress | null> {
  const [row] = await db.execute<{ rows_read: number; rows_failed: number }>(sql`
    select rows_read, rows_failed from catalog_imports
    where source_key = ${sourceKey} and finished_at is null`);
  return row ? { rowsRead: row.rows_read, rowsFailed: row.rows_failed } : null;
}

/** Starts over, or goes on from `from`. */
export async function startImport(
  db: Executor,
  sourceKey: string,
  file: string,
  from: ImportProgress,
): Promise<void> {
  await db.execute(sql`
    insert into catalog_imports (id, source_key, file, rows_read, rows_failed)
    values (${newId()}::uuid, ${sourceKey}, ${file}, ${from.rowsRead}, ${from.rowsFailed})
    on conflict (source_key) do update set file = excluded.file, rows_read = excluded.rows_read,
      rows_failed = excluded.rows_failed, started_at = now(), finished_at = null`);
}

export async function saveImportProgress(
  db: Executor,
  sourceKey: string,
  { rowsRead, rowsFailed }: ImportProgress,
): Promise<void> {
  await db.execute(sql`
    update catalog_imports set rows_read = ${rowsRead}, rows_failed = ${rowsFailed}
    where source_key = ${sourceKey}`);
}

export async function finishImport(db: Executor, sourceKey: string): Promise<void> {
  await db.execute(sql`update catalog_imports set finished_at = now() where source_key = ${sourceKey}`);
}
