import { createReadStream } from 'node:fs';
import { extname } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { parse } from 'csv-parse';
import type { Row } from '@/lib/catalog';

/** A row, or why it could not be read. `number` counts from 1, without the heading of a CSV file. */
export type ReadRow =
  { readonly number: number; readonly row: Row } | { readonly number: number; readonly problem: string };

const MAX_ROW_BYTES = 4 * 1024 * 1024;

/** Streams a JSONL or CSV file, gzipped when its name ends in `.gz`. A row that cannot be read is told and passed. */
export async function* readRows(
  file: string,
  format: 'jsonl' | 'csv',
  onBytes: (bytes: number) => void = () => {},
): AsyncGenerator<ReadRow> {
  const raw = createReadStream(file);
  raw.on('data', (chunk) => onBytes(chunk.length));
  const text = extname(file) === '.gz' ? raw.pipe(createGunzip()) : raw;
  // A broken source ends the reading, not only its own stream.
  raw.on('error', (error) => text.destroy(error));
  yield* format === 'jsonl' ? readJsonLines(text) : readCsv(text);
}

async function* readJsonLines(text: Readable): AsyncGenerator<ReadRow> {
  let number = 0;
  for await (const line of createInterface({ input: text, crlfDelay: Infinity })) {
    if (line.trim() === '') continue;
    number += 1;
    yield readJsonLine(line, number);
  }
}

function readJsonLine(line: string, number: number): ReadRow {
  if (line.length > MAX_ROW_BYTES) return { number, problem: 'the row is too long' };
  try {
    const row: unknown = JSON.parse(line);
    return isRow(row) ? { number, row } : { number, problem: 'not a JSON object' };
  } catch {
    return { number, problem: 'not JSON' };
  }
}

/** What is in the fields is the mapping's business. */
function isRow(value: unknown): value is Row {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

async function* readCsv(text: Readable): AsyncGenerator<ReadRow> {
  const skipped: ReadRow[] = [];
  let number = 0;
  const parser = parse({
    columns: true,
    bom: true,
    // 55" is a screen size, not the beginning of a quotation.
    relax_quotes: true,
    relax_column_count: false,
    skip_records_with_error: true,
    max_record_size: MAX_ROW_BYTES,
    on_skip: (error) => {
      number += 1;
      skipped.push({ number, problem: error?.message ?? 'not CSV' });
      return undefined;
    },
    on_record: (record: Row) => {
      number += 1;
      return { number, row: record };
    },
  });
  text.on('error', (error) => parser.destroy(error));
  for await (const record of text.pipe(parser)) {
    yield* skipped.splice(0);
    yield record as ReadRow;
  }
  yield* skipped.splice(0);
}
