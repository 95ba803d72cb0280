import { eq } from 'drizzle-orm';
import { shipments } from '@/db/schema/fulfilment';
import { ok, type Result } from '@/lib/kernel/result';
import type { Transaction } from '@/lib/platform/database';
import { emitEvent } from '@/lib/platform/outbox';
import { returnParcelTold, shipmentMoved, shipmentScanned } from './events';
import type { ShipmentStatus } from './model';
import { nextShipmentStatus, type ShipmentEvent } from './transitions';

export type ShipmentRow = typeof shipments.$inferSelect;

/** Moves a locked parcel to the state its table of transitions names, and tells of it; or refuses. */
export async function moveShipment(
  tx: Transaction,
  parcel: ShipmentRow,
  event: ShipmentEvent,
  at: Date,
): Promise<Result<void, 'illegal_transition'>> {
  const next = nextShipmentStatus(parcel.status, event);
  if (!next.ok) return next;
  await settleShipment(tx, parcel, next.value, at);
  return ok(undefined);
}

/** Puts a locked parcel into the state that its transitions led to. */
export async function settleShipment(
  tx: Transaction,
  parcel: ShipmentRow,
  status: ShipmentStatus,
  at: Date,
): Promise<void> {
  const version = parcel.version + 1;
  await tx
    .update(shipments)
    .set({ status, version, deliveredAt: status === 'delivered' ? at : null })
    .where(eq(shipments.id, parcel.id));
  if (parcel.returnId !== null) return tellOfReturn(tx, parcel, parcel.returnId, { status, version });
  await emitEvent(tx, shipmentMoved, {
    aggregateId: parcel.id,
    aggregateVersion: version,
    payload: { ...subjectOf(parcel), status },
  });
}

/** Its timeline grew, and it is where it was. */
export async function noteScans(tx: Transaction, parcel: ShipmentRow): Promise<void> {
  const version = parcel.version + 1;
  await tx.update(shipments).set({ version }).where(eq(shipments.id, parcel.id));
  const { returnId, status } = parcel;
  if (returnId !== null) return tellOfReturn(tx, parcel, returnId, { status, version });
  await emitEvent(tx, shipmentScanned, {
    aggregateId: parcel.id,
    aggregateVersion: version,
    payload: subjectOf(parcel),
  });
}

async function tellOfReturn(
  tx: Transaction,
  { id, orderId, sellerOrderId, sellerId }: ShipmentRow,
  returnId: string,
  { status, version }: Pick<ShipmentRow, 'status' | 'version'>,
): Promise<void> {
  await emitEvent(tx, returnParcelTold, {
    aggregateId: id,
    aggregateVersion: version,
    payload: { returnId, orderId, sellerOrderId, sellerId, status },
  });
}

function subjectOf({ id, orderId, sellerOrderId, sellerId }: ShipmentRow) {
  return { shipmentId: id, orderId, sellerOrderId, sellerId };
}
