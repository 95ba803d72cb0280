import { createHash } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { createReadStream } from 'node:fs';
import {
  finishImport,
  getImportProgress,
  mapRow,
  startImport,
  type ImportMapping,
  type MappedRow,
} from '@/lib/catalog';
import type { Database } from '@/lib/platform/database';
import { countSearchWords } from '@/lib/search';
import { readRows, type ReadRow } from './read-rows';
import { saveBatch, type NumberedRow } from './save-batch';

export type ImportOptions = {
  readonly file: string;
  readonly mapping: ImportMapping;
  /** Reads and maps every row and writes nothing. */
  readonly dryRun?: boolean;
  /** Goes on where an unfinished import of the same file stopped. */
  readonly resume?: boolean;
  /** One call a bad row. */
  readonly onProblem?: (rowNumber: number, reason: string) => void;
  readonly onProgress?: (progress: ImportStatus) => void;
};

export type ImportStatus = {
  readonly rowsRead: number;
  readonly rowsFailed: number;
  readonly products: number;
  /** Share of the file's bytes that have been read, 0 to 1. */
  readonly share: number;
  /** Rows that an earlier run had done. */
  readonly resumedFrom: number;
};

/** Products saved at a time: one transaction, listings included. */
const BATCH_PRODUCTS = 400;

/**
 * Imports a file: reads it as a stream, turns each row into a product and an offer by the mapping, and saves
 * batches in order, each with its listings and the progress in one transaction. While a batch is being
 * saved the next one is read. A bad row is reported and passed; a batch the database refuses is saved
 * again row by row, so that no good row is lost to a bad one. Importing a file twice changes nothing.
 */
export async function importFile(db: Database, options: ImportOptions): Promise<ImportStatus> {
  const { file, mapping, dryRun = false, onProgress = () => {} } = options;
  const size = (await stat(file)).size;
  const sourceKey = `${mapping.name}:${await digestOf(file)}`;
  const resumed = options.resume && !dryRun ? await getImportProgress(db, sourceKey) : null;
  const skip = resumed?.rowsRead ?? 0;
  let bytes = 0;
  let failed = resumed?.rowsFailed ?? 0;
  let products = 0;
  let rowsRead = 0;
  const report = (rowNumber: number, reason: string) => {
    failed += 1;
    options.onProblem?.(rowNumber, reason);
  };
  const status = (): ImportStatus => ({
    rowsRead,
    rowsFailed: failed,
    products,
    share: size === 0 ? 1 : bytes / size,
    resumedFrom: skip,
  });

  if (!dryRun) await startImport(db, sourceKey, file, { rowsRead: skip, rowsFailed: failed });
  const rows = readRows(file, mapping.format, (read) => (bytes += read));
  let saving: Promise<void> = Promise.resolve();
  for await (const batch of batches(rows, mapping, skip, report)) {
    await saving;
    const failedSoFar = failed;
    saving = (async () => {
      if (!dryRun) {
        const problems = await saveBatch(db, mapping, batch.rows, {
          sourceKey,
          rowsRead: batch.lastRow,
          rowsFailed: failedSoFar,
        });
        for (const problem of problems) report(problem.rowNumber, problem.reason);
      }
      rowsRead = batch.lastRow;
      products += new Set(batch.rows.map(({ mapped }) => mapped.product.externalId)).size;
      onProgress(status());
    })();
    // The next turn awaits it; without a handler until then a refusal would end the process.
    saving.catch(() => {});
  }
  await saving;
  if (!dryRun) {
    await finishImport(db, sourceKey);
    await countSearchWords(db);
  }
  return status();
}

type Batch = { readonly rows: readonly NumberedRow[]; readonly lastRow: number };

/** Rows of one product that stand together are kept in one batch. */
async function* batches(
  rows: AsyncIterable<ReadRow>,
  mapping: ImportMapping,
  skip: number,
  report: (rowNumber: number, reason: string) => void,
): AsyncGenerator<Batch> {
  let batch: NumberedRow[] = [];
  let products = 0;
  let lastProduct = '';
  let lastRow = skip;
  for await (const read of rows) {
    if (read.number <= skip) continue;
    const mapped = tryMap(mapping, read, report);
    if (mapped) {
      const { externalId } = mapped.product;
      if (externalId !== lastProduct) {
        if (products === BATCH_PRODUCTS) {
          yield { rows: batch, lastRow };
          batch = [];
          products = 0;
        }
        products += 1;
        lastProduct = externalId;
      }
      batch.push({ rowNumber: read.number, mapped });
    }
    lastRow = read.number;
  }
  if (batch.length > 0 || lastRow > skip) yield { rows: batch, lastRow };
}

function tryMap(
  mapping: ImportMapping,
  read: ReadRow,
  report: (rowNumber: number, reason: string) => void,
): MappedRow | null {
  if ('problem' in read) {
    report(read.number, read.problem);
    return null;
  }
  try {
    return mapRow(mapping, read.row);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    report(read.number, error.message);
    return null;
  }
}

async function digestOf(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file)) hash.update(chunk);
  return hash.digest('hex').slice(0, 16);
}
