import { inArray } from 'drizzle-orm';
import { shipments } from '@/db/schema/fulfilment';
import { listPartsByNumber, type LineQuantity, type OpenPart } from '@/lib/orders';
import type { Executor } from '@/lib/platform/database';
import type { ParcelByFile, ParcelProblem, ParcelsByFile } from '../model';
import { readParcelLabel, type ParcelLabel } from '../parcel-label';
import type { ParcelSheet, TypedParcel } from './read-parcels';

/** What becomes of a row: it sends all that is open of its part, was sent before, waits, or cannot be used. */
export type PlannedParcel =
  | {
      readonly kind: 'ready' | 'sent';
      readonly row: TypedParcel;
      readonly parcel: ParcelByFile;
      readonly part: OpenPart;
    }
  | { readonly kind: 'waiting' }
  | { readonly kind: 'problem'; readonly row: TypedParcel; readonly problem: ParcelProblem };

type Known = {
  readonly parts: ReadonlyMap<string, OpenPart>;
  /** The parcels of those parts that have left. */
  readonly sent: ReadonlySet<string>;
};

/** Compares each row of a seller's file with the order it names, and changes nothing. */
export async function planParcels(
  db: Executor,
  sellerId: string,
  { rows }: ParcelSheet,
): Promise<PlannedParcel[]> {
  const numbers = rows
    .filter(({ trackingNumber }) => trackingNumber !== '')
    .map(({ orderNumber }) => orderNumber);
  const parts = await listPartsByNumber(db, sellerId, [...new Set(numbers)]);
  const sent = await listSent(
    db,
    [...parts.values()].map(({ sellerOrderId }) => sellerOrderId),
  );
  const named = new Set<string>();
  return rows.map((row) => {
    const planned = planRow(row, { parts, sent });
    if (planned.kind !== 'ready') return planned;
    if (named.has(row.orderNumber)) return { kind: 'problem', row, problem: 'named_twice' };
    named.add(row.orderNumber);
    return planned;
  });
}

function planRow(row: TypedParcel, { parts, sent }: Known): PlannedParcel {
  const wrong = (problem: ParcelProblem): PlannedParcel => ({ kind: 'problem', row, problem });
  if (row.isBroken) return wrong('unreadable');
  if (row.trackingNumber === '') return { kind: 'waiting' };
  const part = parts.get(row.orderNumber);
  if (!part) return wrong('not_found');
  const label = readParcelLabel(row);
  if (!label.ok) return wrong(label.error);
  const parcel = toParcel(row, label.value, part.open);
  if (sent.has(keyOf(part.sellerOrderId, label.value.trackingNumber)))
    return { kind: 'sent', row, parcel, part };
  if (part.status === 'to_accept') return wrong('illegal_transition');
  if (part.open.length === 0) return wrong('quantity_not_open');
  return { kind: 'ready', row, parcel, part };
}

function toParcel(row: TypedParcel, label: ParcelLabel, open: readonly LineQuantity[]): ParcelByFile {
  const { number, orderNumber } = row;
  const { carrier, trackingNumber } = label;
  return {
    number,
    orderNumber,
    carrier,
    trackingNumber,
    pieces: open.reduce((pieces, { quantity }) => pieces + quantity, 0),
  };
}

async function listSent(db: Executor, sellerOrderIds: readonly string[]): Promise<ReadonlySet<string>> {
  if (sellerOrderIds.length === 0) return new Set();
  const rows = await db
    .select({ sellerOrderId: shipments.sellerOrderId, trackingNumber: shipments.trackingNumber })
    .from(shipments)
    .where(inArray(shipments.sellerOrderId, [...sellerOrderIds]));
  return new Set(rows.map((row) => keyOf(row.sellerOrderId, row.trackingNumber)));
}

function keyOf(sellerOrderId: string, trackingNumber: string): string {
  return `${sellerOrderId} ${trackingNumber}`;
}

/** A plan as pages show it. */
export function showPlan({ heading }: ParcelSheet, planned: readonly PlannedParcel[]): ParcelsByFile {
  const parcelsOf = (kind: 'ready' | 'sent') =>
    planned.flatMap((each) => (each.kind === kind ? [each.parcel] : []));
  return {
    heading,
    ready: parcelsOf('ready'),
    sent: parcelsOf('sent'),
    waiting: planned.filter(({ kind }) => kind === 'waiting').length,
    problems: planned.flatMap((each) =>
      each.kind === 'problem'
        ? [{ number: each.row.number, problem: each.problem, cells: each.row.cells }]
        : [],
    ),
  };
}
