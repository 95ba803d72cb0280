import { eq } from 'drizzle-orm';
import { shipments } from '@/db/schema/fulfilment';
import { newId } from '@/lib/kernel/ids';
import type { Executor, Transaction } from '@/lib/platform/database';
import { emitEvent } from '@/lib/platform/outbox';
import { returnParcelTold } from './events';
import type { ParcelView } from './model';
import { listParcels } from './queries';

/** The parcel with which goods of a return come back: its carrier is asked where it is from now on. */
export async function announceReturnParcel(
  tx: Transaction,
  parcel: {
    readonly returnId: string;
    readonly orderId: string;
    readonly sellerOrderId: string;
    readonly sellerId: string;
    readonly carrier: string;
    readonly trackingNumber: string;
    readonly now: Date;
  },
): Promise<void> {
  const { now, carrier, trackingNumber, ...subject } = parcel;
  const id = newId();
  await tx
    .insert(shipments)
    .values({ id, ...subject, carrier, trackingNumber, followed: true, shippedAt: now });
  await emitEvent(tx, returnParcelTold, {
    aggregateId: id,
    aggregateVersion: 1,
    payload: { ...subject, status: 'announced' },
  });
}

/** The parcel of a return; null when nobody follows one. For whoever may read the return. */
export async function getReturnParcel(db: Executor, returnId: string): Promise<ParcelView | null> {
  const [parcel] = await listParcels(db, eq(shipments.returnId, returnId));
  return parcel ?? null;
}
