import { and, asc, eq, isNull, lt, notInArray, or, sql } from 'drizzle-orm';
import { shipments } from '@/db/schema/fulfilment';
import { carriers, type CarrierPort } from '@/lib/platform/carriers';
import type { Database } from '@/lib/platform/database';
import { log } from '@/lib/platform/log';
import type { CarrierCode } from './carriers';
import type { ShipmentRow } from './move-shipment';
import { recordReport } from './record-report';

/** What EasyPost calls the carriers whose names there are certain; the others it reads from the number. */
const EASYPOST_NAMES: Readonly<Partial<Record<CarrierCode, string>>> = {
  canada_post: 'CanadaPost',
  canpar: 'Canpar',
  dpd: 'DPD',
  fedex: 'FedEx',
  ontrac: 'OnTrac',
  purolator: 'Purolator',
  ups: 'UPS',
  usps: 'USPS',
};

/** After such a silence we ask: a webhook may have been lost. */
const SILENCE_HOURS = 6;

/** Asks to be told of a parcel that has just left. Does nothing for one nobody can tell us of. */
export async function followParcel(db: Database, shipmentId: string, now: Date): Promise<void> {
  const port = carriers();
  const [parcel] = await db.select().from(shipments).where(eq(shipments.id, shipmentId));
  if (port && parcel?.followed && parcel.trackerId === null) await hear(db, port, parcel, now);
}

/** Asks about parcels underway that nobody tells us of yet, or of which nothing was heard for six hours. */
export async function askAboutSilentParcels(db: Database, now: Date): Promise<void> {
  const port = carriers();
  if (!port) return;
  const silentSince = new Date(now.getTime() - SILENCE_HOURS * 3600 * 1000);
  const silent = await db
    .select()
    .from(shipments)
    .where(
      and(
        eq(shipments.followed, true),
        notInArray(shipments.status, ['delivered', 'returned_to_sender']),
        or(isNull(shipments.heardAt), lt(shipments.heardAt, silentSince)),
      ),
    )
    .orderBy(sql`${shipments.heardAt} asc nulls first`, asc(shipments.id))
    .limit(100);
  for (const parcel of silent) {
    try {
      await hear(db, port, parcel, now);
    } catch (error) {
      log.warn({ err: error, shipmentId: parcel.id }, 'a parcel could not be asked about');
    }
  }
}

async function hear(db: Database, port: CarrierPort, parcel: ShipmentRow, now: Date): Promise<void> {
  const { trackerId, trackingNumber, carrierCode } = parcel;
  const carrier = EASYPOST_NAMES[carrierCode as CarrierCode] ?? null;
  const report = trackerId ? await port.ask(trackerId) : await port.follow({ trackingNumber, carrier });
  await recordReport(db, report, now);
}
