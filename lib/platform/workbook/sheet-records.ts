import { Readable } from 'node:stream';
import { parse } from 'csv-parse';
import { storableText } from '@/lib/kernel/storable-text';
import { isWorkbook, readWorkbook, type WorkbookRow } from './read-workbook';

/** A workbook's rows, or a text's; of a text no more than `most`. Throws `UnreadableWorkbook`. */
export function sheetRecords(file: Buffer, most?: number): AsyncGenerator<WorkbookRow> {
  return isWorkbook(file) ? readWorkbook(file) : textRecords(file, most);
}

/** Records as spreadsheets write them: with commas, semicolons or tabs, in UTF-8, UTF-16 or Windows-1252. */
async function* textRecords(file: Buffer, most?: number): AsyncGenerator<WorkbookRow> {
  const text = decode(file);
  const broken: WorkbookRow[] = [];
  const parser = parse({
    bom: true,
    delimiter: delimiterOf(text),
    relax_quotes: true,
    relax_column_count: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    max_record_size: 64 * 1024,
    on_skip: () => {
      broken.push({ cells: [], isBroken: true });
      return undefined;
    },
    ...(most === undefined ? {} : { to: most }),
  });
  for await (const cells of Readable.from(slices(text)).pipe(parser)) {
    yield* broken.splice(0);
    yield { cells: cells as string[], isBroken: false };
  }
  yield* broken.splice(0);
}

const UTF_16_MARK = Buffer.from('fffe', 'hex');

/** Text that can be kept, in the encoding it seems to have. */
function decode(file: Buffer): string {
  return storableText(decodeAny(file));
}

function decodeAny(file: Buffer): string {
  if (file.subarray(0, 2).equals(UTF_16_MARK)) return new TextDecoder('utf-16le').decode(file);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(file);
  } catch {
    return new TextDecoder('windows-1252').decode(file);
  }
}

/** What separates most of the heading. */
function delimiterOf(text: string): string {
  const heading = text.slice(0, text.search(/[\r\n]|$/));
  const count = (delimiter: string) => heading.split(delimiter).length;
  return [',', ';', '\t'].toSorted((one, other) => count(other) - count(one))[0]!;
}

const SLICE = 64 * 1024;

/** So that rows are read while they are used, and not all at once. */
function* slices(text: string): Generator<string> {
  for (let start = 0; start < text.length; start += SLICE) yield text.slice(start, start + SLICE);
}

/** What was typed, of a cell that our CSV guarded (`'=…`) since a spreadsheet would take it for a formula. */
export function withoutGuard(text: string): string {
  return /^'[=+\-@]/.test(text) ? text.slice(1) : text;
}
