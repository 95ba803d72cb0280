/** Files by which sellers change many offers, as pages show them: plain types for server and browser. */
import type { SheetColumns } from '@/db/schema/offer-imports';
import type { Money } from '@/lib/kernel/money';

export const IMPORT_STATUSES = [
  'expected',
  'checking',
  'unmapped',
  'checked',
  'applying',
  'applied',
  'undoing',
  'undone',
  'failed',
] as const;

export type ImportStatus = (typeof IMPORT_STATUSES)[number];

/** Whether a worker is at it, and the page will soon say something else. */
export function isUnderWay(status: ImportStatus): boolean {
  return status === 'checking' || status === 'applying' || status === 'undoing';
}

/** Why a row is left out. */
export const ROW_PROBLEMS = [
  'unreadable',
  'offer_unknown',
  'sku_ambiguous',
  'gtin_wrong',
  'gtin_ambiguous',
  'product_unknown',
  'already_offered',
  'price_missing',
  'sku_too_long',
  'named_twice',
  'price_wrong',
  'stock_wrong',
  'selling_wrong',
  'stock_below_reserved',
  'changed_meanwhile',
] as const;

export type RowProblem = (typeof ROW_PROBLEMS)[number];

/** Why a whole file is. */
export const FILE_FAILURES = ['empty', 'too_many_rows', 'workbook_broken', 'workbook_too_large'] as const;

export type FileFailure = (typeof FILE_FAILURES)[number];

/** What a column of a sheet may say. */
export const SHEET_FIELDS = ['sku', 'offerId', 'gtin', 'price', 'onHand', 'selling'] as const;

export type SheetField = (typeof SHEET_FIELDS)[number];

/** Which column says what; columns count from 0, and those that are not named are not read. */
export type { SheetColumns };

export const MOST_SHEET_BYTES = 20 * 1024 * 1024;
export const MOST_SHEET_ROWS = 200_000;

export type OfferImportView = {
  /** `imp_…` */
  readonly importId: string;
  readonly fileName: string;
  readonly status: ImportStatus;
  readonly failure: FileFailure | null;
  /** The first line of the file, once it was read. */
  readonly heading: readonly string[];
  readonly columns: SheetColumns;
  readonly rowsRead: number;
  readonly unchanged: number;
  readonly changing: number;
  /** Of those that change something, how many make an offer. */
  readonly making: number;
  /** Of those that change something, how many are as the file says. */
  readonly applied: number;
  readonly wrong: number;
  readonly startedAt: string;
};

/** What a row would do, or has done. */
export type ImportChange = {
  readonly number: number;
  readonly title: string;
  readonly sku: string;
  /** There was no such offer before. */
  readonly isNew: boolean;
  readonly price: Changed<Money | null>;
  readonly onHand: Changed<number>;
  readonly selling: Changed<boolean>;
};

type Changed<T> = { readonly before: T; readonly after: T };

export type ImportProblem = {
  readonly number: number;
  readonly problem: RowProblem;
  readonly cells: readonly string[];
};
