import { and, eq, isNotNull } from 'drizzle-orm';
import { shipmentLines, shipments, trackingNumbers } from '@/db/schema/fulfilment';
import { newId } from '@/lib/kernel/ids';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import { shipLines, type LineQuantity, type SellerAct } from '@/lib/orders';
import { carriers } from '@/lib/platform/carriers';
import type { Database, Transaction } from '@/lib/platform/database';
import { emitEvent } from '@/lib/platform/outbox';
import { transact } from '@/lib/platform/transact';
import { countHandling } from './count-paces';
import { shipmentSent } from './events';
import { readParcelLabel, type ParcelLabel } from './parcel-label';

export type ShipParcelRefusal =
  | 'not_found'
  | 'illegal_transition'
  | 'quantity_not_open'
  | 'tracking_number_invalid'
  | 'tracking_number_taken';

/**
 * A parcel with these quantities leaves the seller: their stock is gone, and the seller order is shipped once
 * nothing is left to send. Refuses more than is open, a number its carrier does not give out, and one that another
 * seller has used. `followed` says whether its carrier will tell where it is.
 */
export async function shipParcel(
  db: Database,
  parcel: SellerAct & {
    readonly carrier: string;
    readonly trackingNumber: string;
    readonly lines: readonly LineQuantity[];
  },
): Promise<Result<{ readonly followed: boolean }, ShipParcelRefusal>> {
  const label = readParcelLabel(parcel);
  if (!label.ok) return label;
  const { sellerOrderId, sellerId, lines, now } = parcel;
  return transact(db, async (tx): Promise<Result<{ followed: boolean }, ShipParcelRefusal>> => {
    const claimed = await claimNumber(tx, label.value.trackingNumber, sellerId);
    if (!claimed) return refuse('tracking_number_taken');
    const shipped = await shipLines(tx, parcel, lines);
    if (!shipped.ok) return shipped;
    const { orderId } = shipped.value;
    const { shipmentId, followed } = await recordParcel(tx, {
      ...{ orderId, sellerOrderId, sellerId, replacementOf: null },
      ...{ label: label.value, now },
    });
    await tx.insert(shipmentLines).values(lines.map((line) => ({ shipmentId, ...line })));
    await countHandling(tx, { sellerOrderId, sellerId, shippedAt: now });
    return ok({ followed });
  });
}

/**
 * A parcel leaves that replaces what came back with the return `replacementOf`; what was bought has left before. Refuses
 * numbers as `shipParcel` does; the caller then rolls its transaction back.
 */
export async function sendReplacementParcel(
  tx: Transaction,
  parcel: Subject & {
    readonly replacementOf: string;
    readonly carrier: string;
    readonly trackingNumber: string;
    readonly now: Date;
  },
): Promise<Result<{ readonly followed: boolean }, 'tracking_number_invalid' | 'tracking_number_taken'>> {
  const label = readParcelLabel(parcel);
  if (!label.ok) return label;
  const { orderId, sellerOrderId, sellerId, replacementOf, now } = parcel;
  const claimed = await claimNumber(tx, label.value.trackingNumber, sellerId);
  if (!claimed) return refuse('tracking_number_taken');
  const { followed } = await recordParcel(tx, {
    ...{ orderId, sellerOrderId, sellerId, replacementOf },
    ...{ label: label.value, now },
  });
  return ok({ followed });
}

type Subject = { readonly orderId: string; readonly sellerOrderId: string; readonly sellerId: string };

async function recordParcel(
  tx: Transaction,
  {
    label,
    now,
    replacementOf,
    ...subject
  }: Subject & { readonly label: ParcelLabel; readonly now: Date; readonly replacementOf: string | null },
): Promise<{ readonly shipmentId: string; readonly followed: boolean }> {
  const shipmentId = newId();
  const followed = label.carrierCode !== null && carriers() !== null;
  await tx
    .insert(shipments)
    .values({ id: shipmentId, ...subject, ...label, followed, replacementOf, shippedAt: now });
  await emitEvent(tx, shipmentSent, {
    aggregateId: shipmentId,
    aggregateVersion: 1,
    payload: { ...subject, shipmentId },
  });
  return { shipmentId, followed };
}

/**
 * A number is the first seller's who uses it, for good. Two at the same moment wait for each other here. One on a label
 * with which goods come back is no seller's: it would arrive for the order whose parcel was said to have it.
 */
async function claimNumber(tx: Transaction, trackingNumber: string, sellerId: string): Promise<boolean> {
  if (trackingNumber === '') return true;
  const ofReturn = and(eq(shipments.trackingNumber, trackingNumber), isNotNull(shipments.returnId));
  if ((await tx.$count(shipments, ofReturn)) > 0) return false;
  await tx.insert(trackingNumbers).values({ trackingNumber, sellerId }).onConflictDoNothing();
  const [owner] = await tx
    .select({ sellerId: trackingNumbers.sellerId })
    .from(trackingNumbers)
    .where(eq(trackingNumbers.trackingNumber, trackingNumber));
  return owner?.sellerId === sellerId;
}
