import { eq } from 'drizzle-orm';
import { shipments } from '@/db/schema/fulfilment';
import { ok, type Result } from '@/lib/kernel/result';
import type { Transaction } from '@/lib/platform/database';
import { emitEvent } from '@/lib/platform/outbox';
import { shipmentMoved } from './events';
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
  const version = parcel.version + 1;
  await tx
    .update(shipments)
    .set({ status: next.value, version, ...(next.value === 'delivered' ? { deliveredAt: at } : {}) })
    .where(eq(shipments.id, parcel.id));
  const { orderId, sellerOrderId, sellerId } = parcel;
  await emitEvent(tx, shipmentMoved, {
    aggregateId: parcel.id,
    aggregateVersion: version,
    payload: { orderId, sellerOrderId, sellerId, shipmentId: parcel.id, status: next.value },
  });
  return ok(undefined);
}
