import { ok, refuse, type Result } from '@/lib/kernel/result';
import { UnreadableWorkbook } from '@/lib/platform/workbook/read-workbook';
import { sheetRecords, withoutGuard } from '@/lib/platform/workbook/sheet-records';
import { MOST_PRODUCT_ROWS } from '../model';

/** A row of a file of products, as it was typed: one variant, with what its product says in the first of its rows. */
export type TypedRow = {
  /** Counts from 1, without the heading. */
  readonly number: number;
  readonly cells: readonly string[];
  readonly isBroken: boolean;
  /** The seller's own name for the product: rows with the same are its variants. */
  readonly key: string;
  readonly title: string;
  readonly category: string;
  readonly brand: string;
  readonly description: string;
  readonly highlights: string;
  readonly pictures: string;
  readonly gtin: string;
  /** By the key of the category's schema. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly options: Readonly<Record<string, string>>;
};

export type ProductSheet = { readonly heading: readonly string[]; readonly rows: readonly TypedRow[] };

/** What columns are called, in our own export first and then elsewhere; case, spaces and punctuation do not matter. */
const NAMES = {
  key: ['product', 'productkey', 'productid', 'parent', 'parentsku', 'itemgroupid'],
  title: ['title', 'name', 'productname'],
  category: ['category', 'categorypath', 'producttype'],
  brand: ['brand', 'manufacturer', 'vendor'],
  description: ['description', 'body', 'text'],
  highlights: ['highlights', 'bulletpoints'],
  pictures: ['pictures', 'images', 'imageurls', 'imageurl', 'imagelink'],
  gtin: ['gtin', 'ean', 'barcode', 'upc'],
} as const;

type Field = keyof typeof NAMES;

const FIELDS = Object.keys(NAMES) as Field[];

/** `attribute:material`, `option:colour`. */
const NAMED_COLUMN = /^\s*(attribute|option)\s*:\s*([a-z][a-z0-9_]{0,39})\s*$/i;

/**
 * Reads CSV or the first sheet of a workbook. Refuses (`product_sheet_unusable`) what is neither, names no column of
 * products or of titles, or has more than `MOST_PRODUCT_ROWS` rows.
 */
export async function readProducts(file: Buffer): Promise<Result<ProductSheet, 'product_sheet_unusable'>> {
  const unusable = refuse('product_sheet_unusable', { most: MOST_PRODUCT_ROWS });
  let heading: readonly string[] | null = null;
  let read: ((number: number, cells: readonly string[], isBroken: boolean) => TypedRow) | null = null;
  const rows: TypedRow[] = [];
  try {
    for await (const { cells, isBroken } of sheetRecords(file)) {
      if (read === null) {
        heading = cells;
        read = readerOf(heading);
        if (read === null) return unusable;
        continue;
      }
      if (rows.length === MOST_PRODUCT_ROWS) return unusable;
      rows.push(read(rows.length + 1, cells, isBroken));
    }
  } catch (error) {
    if (error instanceof UnreadableWorkbook) return unusable;
    throw error;
  }
  return heading ? ok({ heading, rows }) : unusable;
}

/** How rows under this heading are read; null when it names no product, or no title. */
function readerOf(heading: readonly string[]) {
  const columnOf = (field: Field) => {
    const names: readonly string[] = NAMES[field];
    return heading.findIndex((name) => names.includes(name.toLowerCase().replaceAll(/[^a-z]/g, '')));
  };
  const columns = new Map(FIELDS.map((field) => [field, columnOf(field)]));
  if (columns.get('key') === -1 || columns.get('title') === -1) return null;
  const named = heading.flatMap((name, column) => {
    const [, kind, key] = NAMED_COLUMN.exec(name) ?? [];
    return kind && key ? [{ kind: kind.toLowerCase(), key: key.toLowerCase(), column }] : [];
  });
  return (number: number, cells: readonly string[], isBroken: boolean): TypedRow => {
    const cell = (column: number) => withoutGuard((cells[column] ?? '').trim());
    const typed = (field: Field) => cell(columns.get(field) ?? -1);
    const ofKind = (kind: 'attribute' | 'option') =>
      Object.fromEntries(
        named.flatMap((each) =>
          each.kind === kind && cell(each.column) !== '' ? [[each.key, cell(each.column)]] : [],
        ),
      );
    return {
      ...{ number, cells, isBroken },
      key: typed('key'),
      title: typed('title'),
      category: typed('category'),
      brand: typed('brand'),
      description: typed('description'),
      highlights: typed('highlights'),
      pictures: typed('pictures'),
      gtin: typed('gtin').replaceAll(/[\s-]/g, ''),
      attributes: ofKind('attribute'),
      options: ofKind('option'),
    };
  };
}
