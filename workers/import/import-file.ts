import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import {
  finishImport,
  getImportProgress,
  saveImportProgress,
  startImport,
  type ImportMapping,
} from '@/lib/catalog';
import type { Database } from '@/lib/platform/database';
import { countSearchWords } from '@/lib/search';
import { batchRows, type Batch, type RowProblem } from './batch-rows';
import { readRows } from './read-rows';
import { NOTHING_SAVED, saveBatch, type SavedBatch } from './save-batch';

export type ImportOptions = {
  readonly file: string;
  readonly mapping: ImportMapping;
  /** Reads and maps every row and writes nothing. */
  readonly dryRun?: boolean;
  /** Goes on where an unfinished import of the same file stopped. */
  readonly resume?: boolean;
  readonly onProblem?: (problem: RowProblem) => void;
  /** Of each row that was saved without its picture: an earlier try failed, and the worker tries again. */
  readonly onMissingPicture?: (problem: RowProblem) => void;
  readonly onProgress?: (status: ImportStatus) => void;
};

export type ImportStatus = {
  readonly rowsRead: number;
  readonly rowsFailed: number;
  readonly products: number;
  readonly picturesMissing: number;
  /** Share of the file's bytes that have been read, 0 to 1. */
  readonly share: number;
  /** The last row that an earlier run had done. */
  readonly resumedFrom: number;
};

/** Products saved at a time: one transaction, listings included. */
const BATCH_PRODUCTS = 400;
/** Batches being saved while the next one is read. */
const LANES = 2;

/**
 * Imports a file: reads it as a stream, turns each row into a product and an offer by the mapping, and saves
 * batches, each with its listings in one transaction. A bad row is reported and passed; products of a
 * batch that the database refuses are saved one by one, so that no good row is lost to a bad one.
 * How far it has come is saved after each batch, in the order of the file; what was saved but not yet
 * counted when it was killed is saved again, which changes nothing.
 */
export async function importFile(db: Database, options: ImportOptions): Promise<ImportStatus> {
  const { file, mapping, dryRun = false } = options;
  const sourceKey = `${mapping.name}:${await digestOf(file)}`;
  const from = (options.resume && !dryRun && (await getImportProgress(db, sourceKey))) || NOTHING_DONE;
  if (!dryRun) await startImport(db, sourceKey, file, from);

  const size = (await stat(file)).size;
  let bytes = 0;
  let status: ImportStatus = {
    ...from,
    ...{ products: 0, picturesMissing: 0, share: 0, resumedFrom: from.rowsRead },
  };
  const account = async (batch: Batch, { refused, withoutPicture }: SavedBatch) => {
    const problems = [...batch.problems, ...refused];
    for (const problem of problems) options.onProblem?.(problem);
    for (const problem of withoutPicture) options.onMissingPicture?.(problem);
    status = {
      ...status,
      rowsRead: batch.lastRow,
      rowsFailed: status.rowsFailed + problems.length,
      products: status.products + batch.products,
      picturesMissing: status.picturesMissing + withoutPicture.length,
      share: size === 0 ? 1 : bytes / size,
    };
    if (!dryRun) await saveImportProgress(db, sourceKey, status);
    options.onProgress?.(status);
  };

  const rows = readRows(file, mapping.format, (read) => (bytes += read));
  const batches = batchRows(rows, mapping, { size: BATCH_PRODUCTS, skip: from.rowsRead });
  await inLanes(batches, (batch) => (dryRun ? NOTHING_SAVED : saveBatch(db, mapping, batch.rows)), account);
  if (!dryRun) {
    await finishImport(db, sourceKey);
    await countSearchWords(db);
  }
  return status;
}

const NOTHING_DONE = { rowsRead: 0, rowsFailed: 0 } as const;

/** Works on up to `LANES` items at once and hands results on in the order of the items. */
async function inLanes<Item, Result>(
  items: AsyncIterable<Item>,
  work: (item: Item) => Promise<Result> | Result,
  next: (item: Item, result: Result) => Promise<void>,
): Promise<void> {
  const running: { item: Item; result: Promise<Result> }[] = [];
  const settle = async () => {
    const first = running.shift();
    if (first) await next(first.item, await first.result);
  };
  for await (const item of items) {
    if (running.length === LANES) await settle();
    const result = Promise.resolve(item).then(work);
    // It is awaited in its turn; until then a failure must not end the process.
    result.catch(() => {});
    running.push({ item, result });
  }
  while (running.length > 0) await settle();
}

async function digestOf(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file)) hash.update(chunk);
  return hash.digest('hex').slice(0, 16);
}
