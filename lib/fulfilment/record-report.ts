import { and, asc, eq } from 'drizzle-orm';
import { shipments, trackingEvents } from '@/db/schema/fulfilment';
import type { Scan, TrackingReport } from '@/lib/platform/carriers';
import type { Database, Transaction } from '@/lib/platform/database';
import { countTransit } from './count-paces';
import { completeDelivery, lockParcel } from './deliver-parcel';
import { noteScans, settleShipment, type ShipmentRow } from './move-shipment';
import { normaliseTrackingNumber } from './tracking-number';
import { statusAfter } from './transitions';

const DAY_MS = 24 * 3600 * 1000;

/** Carriers give a number out again after a while: what was scanned longer before the parcel left is of another one. */
const OLDEST_SCAN_DAYS = 7;

/** Clocks differ; a scan from further ahead than this is not believed. */
const NEWEST_SCAN_DAYS = 1;

/**
 * Takes in what a carrier tells of a number, for every parcel that is followed under it. A scan is kept once, however
 * often it is told, and stands in the timeline at its own time. The parcel is where its latest scan says; a late one
 * changes nothing that came after it, and nothing moves a parcel that has arrived.
 */
export async function recordReport(db: Database, report: TrackingReport, now: Date): Promise<void> {
  const trackingNumber = normaliseTrackingNumber(report.trackingNumber);
  const parcels = await db
    .select({ id: shipments.id })
    .from(shipments)
    .where(and(eq(shipments.trackingNumber, trackingNumber), eq(shipments.followed, true)));
  for (const { id } of parcels) {
    await db.transaction(async (tx) => {
      const parcel = await lockParcel(tx, eq(shipments.id, id));
      if (parcel) await recordScans(tx, parcel, report, now);
    });
  }
}

async function recordScans(
  tx: Transaction,
  parcel: ShipmentRow,
  { trackerId, scans }: TrackingReport,
  now: Date,
): Promise<void> {
  await tx.update(shipments).set({ trackerId, heardAt: now }).where(eq(shipments.id, parcel.id));
  const added = await addScans(tx, parcel, scans, now);
  if (added === 0) return;
  const timeline = await tx
    .select({ kind: trackingEvents.kind, at: trackingEvents.occurredAt })
    .from(trackingEvents)
    .where(eq(trackingEvents.shipmentId, parcel.id))
    // At the same moment, what is further along is later: kinds are in that order.
    .orderBy(asc(trackingEvents.occurredAt), asc(trackingEvents.kind));
  const status =
    parcel.status === 'delivered' ? parcel.status : statusAfter(timeline.map(({ kind }) => kind));
  if (status === parcel.status) {
    await noteScans(tx, parcel);
    return;
  }
  const arrivedAt = timeline.find(({ kind }) => kind === 'delivered')?.at ?? now;
  const settledAt = arrivedAt < now ? arrivedAt : now;
  await settleShipment(tx, parcel, status, settledAt);
  if (status !== 'delivered' || parcel.returnId !== null) return;
  await countTransit(tx, parcel, settledAt);
  await completeDelivery(tx, parcel.sellerOrderId, 'system', now);
}

/** How many of them were not known before. */
async function addScans(
  tx: Transaction,
  parcel: ShipmentRow,
  scans: readonly Scan[],
  now: Date,
): Promise<number> {
  const oldest = parcel.shippedAt.getTime() - OLDEST_SCAN_DAYS * DAY_MS;
  const newest = now.getTime() + NEWEST_SCAN_DAYS * DAY_MS;
  const believed = scans.filter(({ at }) => at.getTime() >= oldest && at.getTime() <= newest);
  if (believed.length === 0) return 0;
  const added = await tx
    .insert(trackingEvents)
    .values(
      believed.map(({ key, kind, message, place, at }) => ({
        shipmentId: parcel.id,
        scanKey: key,
        kind,
        message,
        place,
        occurredAt: at,
      })),
    )
    .onConflictDoNothing()
    .returning({ id: trackingEvents.id });
  return added.length;
}
