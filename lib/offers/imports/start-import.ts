import { and, eq } from 'drizzle-orm';
import { offerImportRows, offerImports } from '@/db/schema/offer-imports';
import { newId } from '@/lib/kernel/ids';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import type { Database, Executor, Transaction } from '@/lib/platform/database';
import { enqueueJobs } from '@/lib/platform/jobs';
import type { PrivateStorage } from '@/lib/platform/storage';
import { fits, isUsable, rememberColumns } from './columns';
import { MOST_SHEET_BYTES, type SheetColumns } from './model';
import { nextImportStatus, type ImportEvent } from './transitions';

/** The job that goes on with an import until it waits for its seller again. */
export const IMPORT_JOB = 'go-on-with-offer-import';

const UPLOAD_SECONDS = 3600;

export type OwnImport = { readonly importId: string; readonly sellerId: string };

/** Begins an import: answers where the browser PUTs the file. Refuses more bytes than a sheet has. */
export async function beginImport(
  db: Executor,
  storage: PrivateStorage,
  file: {
    readonly sellerId: string;
    readonly userId: string;
    readonly fileName: string;
    readonly bytes: number;
  },
  now: Date,
): Promise<Result<{ importId: string; address: string }, 'sheet_too_large'>> {
  if (file.bytes > MOST_SHEET_BYTES) {
    return refuse('sheet_too_large', { megabytes: MOST_SHEET_BYTES / 1024 / 1024 });
  }
  const importId = newId();
  const key = `offer-import-${newId()}`;
  await db.insert(offerImports).values({ ...file, id: importId, key });
  const address = await storage.signUpload(key, { bytes: file.bytes, seconds: UPLOAD_SECONDS }, now);
  return ok({ importId, address });
}

/** Says that the file is there, and has it read. `not_found` when it is not, or is another's. */
export async function readImport(
  db: Database,
  storage: PrivateStorage,
  own: OwnImport,
): Promise<Result<null, 'not_found'>> {
  const [row] = await db.select().from(offerImports).where(isOwn(own));
  if (!row || (await storage.size(row.key)) !== row.bytes) return refuse('not_found');
  // Said twice, by a browser that did not hear the answer.
  await moveOwnImport(db, own, 'arrive');
  return ok(null);
}

/**
 * Says which column of a file says what, has it read anew, and remembers it for the next file with this heading.
 * `mapping_incomplete` when it names no offer, nothing to change of it, or a column that is not there or twice.
 */
export async function mapImport(
  db: Database,
  own: OwnImport,
  columns: SheetColumns,
): Promise<Result<null, 'not_found' | 'illegal_transition' | 'mapping_incomplete'>> {
  return db.transaction(async (tx): ReturnType<typeof mapImport> => {
    const [row] = await tx.select().from(offerImports).where(isOwn(own)).for('update');
    if (!row) return refuse('not_found');
    const heading = row.heading ?? [];
    if (!isUsable(columns) || !fits(columns, heading)) return refuse('mapping_incomplete');
    const moved = await moveImport(tx, row, 'map', { columns, rowsRead: 0, rowsUnchanged: 0 });
    if (!moved.ok) return moved;
    await tx.delete(offerImportRows).where(eq(offerImportRows.importId, own.importId));
    await rememberColumns(tx, own.sellerId, heading, columns);
    await enqueueJobs(tx, [goOn(own.importId)]);
    return ok(null);
  });
}

/** Makes the changes that the seller was shown. */
export function applyImport(db: Database, own: OwnImport) {
  return moveOwnImport(db, own, 'apply');
}

/** Makes every offer what it was before, unless it was changed since. */
export function undoImport(db: Database, own: OwnImport) {
  return moveOwnImport(db, own, 'undo');
}

async function moveOwnImport(
  db: Database,
  own: OwnImport,
  event: 'arrive' | 'apply' | 'undo',
): Promise<Result<null, 'not_found' | 'illegal_transition'>> {
  return db.transaction(async (tx): ReturnType<typeof moveOwnImport> => {
    const [row] = await tx.select().from(offerImports).where(isOwn(own)).for('update');
    if (!row) return refuse('not_found');
    const moved = await moveImport(tx, row, event);
    if (!moved.ok) return moved;
    await enqueueJobs(tx, [goOn(own.importId)]);
    return ok(null);
  });
}

/** Moves a locked import as its table says. */
export async function moveImport(
  tx: Transaction,
  { id, status }: Pick<typeof offerImports.$inferSelect, 'id' | 'status'>,
  event: ImportEvent,
  change: Partial<
    Pick<typeof offerImports.$inferInsert, 'failure' | 'columns' | 'rowsRead' | 'rowsUnchanged'>
  > = {},
): Promise<Result<null, 'illegal_transition'>> {
  const next = nextImportStatus(status, event);
  if (!next.ok) return next;
  await tx
    .update(offerImports)
    .set({ ...change, status: next.value })
    .where(eq(offerImports.id, id));
  return ok(null);
}

/** Bulk work: it never delays what people wait for. */
export function goOn(importId: string) {
  return { name: IMPORT_JOB, payload: { importId }, priority: -1 } as const;
}

function isOwn({ importId, sellerId }: OwnImport) {
  return and(eq(offerImports.id, importId), eq(offerImports.sellerId, sellerId));
}
