import { ok, refuse, type Result } from '@/lib/kernel/result';
import { UnreadableWorkbook } from '@/lib/platform/workbook/read-workbook';
import { sheetRecords, withoutGuard } from '@/lib/platform/workbook/sheet-records';
import { MOST_PARCELS } from '../model';

/** A row of a file of parcels, as it was typed. */
export type TypedParcel = {
  /** Counts from 1, without the heading. */
  readonly number: number;
  readonly cells: readonly string[];
  readonly isBroken: boolean;
  readonly orderNumber: string;
  readonly carrier: string;
  readonly trackingNumber: string;
};

export type ParcelSheet = { readonly heading: readonly string[]; readonly rows: readonly TypedParcel[] };

/** What columns are called, by us first and then elsewhere; case, spaces and punctuation do not matter. */
const NAMES = {
  orderNumber: ['ordernumber', 'order', 'orderid', 'orderno', 'reference'],
  carrier: ['carrier', 'carriername', 'shippingcarrier', 'service'],
  trackingNumber: ['trackingnumber', 'tracking', 'trackingno', 'trackingid', 'trackingcode'],
} as const;

/** As long as what is typed at an order's page may be. */
const LONGEST = 60;

/**
 * Reads CSV or the first sheet of a workbook. Refuses (`parcel_sheet_unusable`) what is neither, names no column of
 * order numbers or of tracking numbers, or has more than `MOST_PARCELS` rows.
 */
export async function readParcels(file: Buffer): Promise<Result<ParcelSheet, 'parcel_sheet_unusable'>> {
  const unusable = refuse('parcel_sheet_unusable', { most: MOST_PARCELS });
  let heading: readonly string[] | null = null;
  const rows: TypedParcel[] = [];
  try {
    for await (const { cells, isBroken } of sheetRecords(file)) {
      if (heading === null) {
        heading = cells;
        if (columnOf(heading, 'orderNumber') === -1 || columnOf(heading, 'trackingNumber') === -1)
          return unusable;
        continue;
      }
      if (rows.length === MOST_PARCELS) return unusable;
      rows.push(readRow(rows.length + 1, heading, cells, isBroken));
    }
  } catch (error) {
    if (error instanceof UnreadableWorkbook) return unusable;
    throw error;
  }
  return heading ? ok({ heading, rows }) : unusable;
}

function readRow(
  number: number,
  heading: readonly string[],
  cells: readonly string[],
  isUnreadable: boolean,
): TypedParcel {
  const typed = (field: keyof typeof NAMES) => withoutGuard((cells[columnOf(heading, field)] ?? '').trim());
  const [orderNumber, carrier, trackingNumber] = [
    typed('orderNumber'),
    typed('carrier'),
    typed('trackingNumber'),
  ];
  const isBroken =
    isUnreadable || [orderNumber, carrier, trackingNumber].some(({ length }) => length > LONGEST);
  return { number, cells, isBroken, orderNumber, carrier, trackingNumber };
}

function columnOf(heading: readonly string[], field: keyof typeof NAMES): number {
  const names: readonly string[] = NAMES[field];
  return heading.findIndex((name) => names.includes(name.toLowerCase().replaceAll(/[^a-z]/g, '')));
}
