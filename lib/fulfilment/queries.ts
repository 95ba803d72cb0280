import { and, asc, desc, eq, inArray, sql, type SQL } from 'drizzle-orm';
import { shipmentLines, shipments, trackingEvents } from '@/db/schema/fulfilment';
import { publicId } from '@/lib/kernel/ids';
import type { Executor } from '@/lib/platform/database';
import type { ParcelView } from './model';
import { TO_BUYER } from './to-buyer';
import { trackingUrlOf } from './tracking-number';

/** All parcels of an order to its buyer, in the order in which they left. For whoever may read the order. */
export async function listParcelsOfOrder(db: Executor, orderId: string): Promise<ParcelView[]> {
  return listParcels(db, and(eq(shipments.orderId, orderId), TO_BUYER));
}

/** The parcels of one seller's part, likewise. */
export async function listParcelsOfSellerOrder(db: Executor, sellerOrderId: string): Promise<ParcelView[]> {
  return listParcels(db, and(eq(shipments.sellerOrderId, sellerOrderId), TO_BUYER));
}

/** One parcel. Not bound to a reader: for the market itself. */
export async function getParcel(db: Executor, shipmentId: string): Promise<ParcelView | null> {
  const [parcel] = await listParcels(db, eq(shipments.id, shipmentId));
  return parcel ?? null;
}

/** Grows with whatever a reader of the order's parcels would see change. */
export async function getParcelsVersion(db: Executor, orderId: string): Promise<number> {
  const [row] = await db
    .select({ version: sql<number>`coalesce(sum(${shipments.version}), 0)::int` })
    .from(shipments)
    .where(eq(shipments.orderId, orderId));
  return row?.version ?? 0;
}

/** Parcels in the order in which they left. */
export async function listParcels(db: Executor, which: SQL | undefined): Promise<ParcelView[]> {
  const rows = await db
    .select()
    .from(shipments)
    .where(which)
    .orderBy(asc(shipments.shippedAt), asc(shipments.id));
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const [lines, scans] = await Promise.all([
    db.select().from(shipmentLines).where(inArray(shipmentLines.shipmentId, ids)),
    db
      .select()
      .from(trackingEvents)
      .where(inArray(trackingEvents.shipmentId, ids))
      .orderBy(desc(trackingEvents.occurredAt), desc(trackingEvents.id)),
  ]);
  return rows.map((row) => ({
    shipmentId: publicId('shp', row.id),
    sellerOrderId: publicId('slo', row.sellerOrderId),
    status: row.status,
    carrier: row.carrier,
    trackingNumber: row.trackingNumber,
    followed: row.followed,
    isReplacement: row.replacementOf !== null,
    trackingUrl: row.carrierCode && trackingUrlOf(row.carrierCode, row.trackingNumber),
    shippedAt: row.shippedAt.toISOString(),
    deliveredAt: row.deliveredAt?.toISOString() ?? null,
    lines: lines
      .filter(({ shipmentId }) => shipmentId === row.id)
      .map(({ orderLineId, quantity }) => ({ lineId: publicId('oln', orderLineId), quantity })),
    scans: scans
      .filter(({ shipmentId }) => shipmentId === row.id)
      .map(({ kind, message, place, occurredAt }) => ({
        kind,
        message,
        place,
        at: occurredAt.toISOString(),
      })),
  }));
}
