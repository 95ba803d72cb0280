import { parsePublicId } from '@/lib/kernel/ids';
import { DEFAULT_MARKET } from '@/lib/kernel/market';
import { parseAmount } from '@/lib/kernel/money';
import { sheetRecords, withoutGuard } from '@/lib/platform/workbook/sheet-records';
import { UnreadableWorkbook } from '@/lib/platform/workbook/read-workbook';
import type { FileFailure, RowProblem, SheetColumns, SheetField } from './model';

/** A row, read: what it says stays as it is where it says nothing. */
export type SheetRow = {
  /** Counts from 1, without the heading. */
  readonly number: number;
  readonly cells: readonly string[];
} & (
  | { readonly problem: RowProblem }
  | {
      readonly problem: null;
      readonly offerId: string | null;
      readonly sku: string;
      /** As it was typed; looked at where no offer has the SKU. */
      readonly gtin: string;
      readonly priceMinor: number | null;
      readonly onHand: number | null;
      readonly selling: boolean | null;
    }
);

/** A row that can be used, as far as it can tell by itself. */
export type GoodRow = Extract<SheetRow, { problem: null }>;

/** More is a slip of the finger. */
const MOST_ON_HAND = 1_000_000;
const MOST_MINOR = 100_000_000;

const YES: ReadonlySet<string> = new Set(['yes', 'true', '1', 'active', 'y']);
const NO: ReadonlySet<string> = new Set(['no', 'false', '0', 'paused', 'n']);

/** The first line of a file; or why no row of it can be used. */
export async function readHeading(file: Buffer): Promise<readonly string[] | FileFailure> {
  try {
    for await (const { cells } of sheetRecords(file, 1)) return cells;
    return 'empty';
  } catch (error) {
    if (error instanceof UnreadableWorkbook) return error.reason;
    throw error;
  }
}

/** The rows after the first `skip`. A row that cannot be used says why, and ends nothing; throws `UnreadableWorkbook`. */
export async function* readSheet(
  file: Buffer,
  columns: SheetColumns,
  skip: number,
): AsyncGenerator<SheetRow> {
  let number = -1;
  for await (const { cells, isBroken } of sheetRecords(file)) {
    number += 1;
    if (number === 0 || number <= skip) continue;
    yield isBroken ? { number, cells, problem: 'unreadable' } : readRow(number, cells, columns);
  }
}

function readRow(number: number, cells: readonly string[], columns: SheetColumns): SheetRow {
  const typed = (field: SheetField) => {
    const column = columns[field];
    return column === undefined ? '' : (cells[column] ?? '').trim();
  };
  const wrong = (problem: RowProblem): SheetRow => ({ number, cells, problem });
  const sku = withoutGuard(typed('sku'));
  const offerId = typed('offerId') === '' ? null : parsePublicId('off', typed('offerId'));
  const gtin = withoutGuard(typed('gtin'));
  const isNamed = typed('offerId') === '' ? sku !== '' || gtin !== '' : offerId !== null;
  if (!isNamed) return wrong('offer_unknown');
  const priceMinor = readPrice(typed('price'));
  if (Number.isNaN(priceMinor)) return wrong('price_wrong');
  const onHand = readCount(typed('onHand'));
  if (Number.isNaN(onHand)) return wrong('stock_wrong');
  const selling = typed('selling').toLowerCase();
  if (selling !== '' && !YES.has(selling) && !NO.has(selling)) return wrong('selling_wrong');
  return {
    ...{ number, cells, problem: null, offerId, sku, gtin, priceMinor, onHand },
    selling: selling === '' ? null : YES.has(selling),
  };
}

/** In minor units: null where nothing is typed, NaN where it is no price. */
function readPrice(typed: string): number | null {
  if (typed === '') return null;
  const minor = parseAmount(plainNumber(typed), DEFAULT_MARKET.currency);
  return minor === null || minor < 1 || minor > MOST_MINOR ? Number.NaN : minor;
}

/** `€ 1.234,50` as `1234.50`: where both marks stand, the last one parts the cents from the rest. */
function plainNumber(typed: string): string {
  const amount = typed.replaceAll(/[\s€]|EUR/g, '');
  const [last] = /[.,](?=[^.,]*$)/.exec(amount) ?? [];
  const other = last === ',' ? '.' : ',';
  return amount.includes(other) ? amount.replaceAll(other, '').replace(',', '.') : amount.replace(',', '.');
}

function readCount(typed: string): number | null {
  if (typed === '') return null;
  return /^\d{1,7}$/.test(typed) && Number(typed) <= MOST_ON_HAND ? Number(typed) : Number.NaN;
}
