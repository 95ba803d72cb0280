import { mapRow, type ImportMapping, type MappedRow } from '@/lib/catalog';
import type { ReadRow } from './read-rows';

/** A row with its number in the file. */
export type NumberedRow = { readonly rowNumber: number; readonly mapped: MappedRow };

export type RowProblem = { readonly rowNumber: number; readonly reason: string };

export type Batch = {
  readonly rows: readonly NumberedRow[];
  readonly products: number;
  /** Of this row and those before it since the batch before, everything is in `rows` or `problems`. */
  readonly lastRow: number;
  readonly problems: readonly RowProblem[];
};

/**
 * Maps rows after number `skip` and gathers them into batches of at most `size` products. Rows of one
 * product that stand together stay together.
 */
export async function* batchRows(
  rows: AsyncIterable<ReadRow>,
  mapping: ImportMapping,
  { size, skip }: { readonly size: number; readonly skip: number },
): AsyncGenerator<Batch> {
  let batch = emptyBatch(skip);
  let lastProduct = '';
  for await (const read of rows) {
    if (read.number <= skip) continue;
    const mapped = tryMap(mapping, read);
    if (typeof mapped === 'string') {
      batch.problems.push({ rowNumber: read.number, reason: mapped });
    } else {
      const { externalId } = mapped.product;
      if (externalId !== lastProduct && batch.products === size) {
        yield batch;
        batch = emptyBatch(batch.lastRow);
      }
      if (externalId !== lastProduct) batch.products += 1;
      lastProduct = externalId;
      batch.rows.push({ rowNumber: read.number, mapped });
    }
    batch.lastRow = read.number;
  }
  if (batch.rows.length + batch.problems.length > 0) yield batch;
}

function emptyBatch(lastRow: number) {
  return { rows: [] as NumberedRow[], problems: [] as RowProblem[], products: 0, lastRow };
}

/** The row mapped, or why it cannot be. */
function tryMap(mapping: ImportMapping, read: ReadRow): MappedRow | string {
  if ('problem' in read) return read.problem;
  try {
    return mapRow(mapping, read.row);
  } catch (error) {
    if (error instanceof RangeError) return error.message;
    throw error;
  }
}
