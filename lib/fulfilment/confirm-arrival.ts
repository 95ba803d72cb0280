import { and, eq } from 'drizzle-orm';
import { shipments } from '@/db/schema/fulfilment';
import { recordAudit } from '@/lib/audit';
import { actorLabel, type UserActor } from '@/lib/identity/model';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import type { ActorName } from '@/lib/orders';
import type { Database, Transaction } from '@/lib/platform/database';
import { completeDelivery, lockParcel } from './deliver-parcel';
import { TO_BUYER } from './to-buyer';
import { moveShipment, type ShipmentRow } from './move-shipment';

export type ArrivalRefusal = 'not_found' | 'illegal_transition';

/**
 * A buyer says that a parcel has arrived, whatever its carrier has told: nobody knows better, and only its seller gains
 * by it. Refuses one that has arrived already or went back, and one of another order.
 */
export async function confirmArrivalByBuyer(
  db: Database,
  act: { readonly orderId: string; readonly shipmentId: string; readonly now: Date },
): Promise<Result<void, ArrivalRefusal>> {
  return db.transaction(async (tx) => {
    const parcel = await lockParcel(
      tx,
      and(eq(shipments.id, act.shipmentId), eq(shipments.orderId, act.orderId), TO_BUYER),
    );
    return parcel ? arrive(tx, parcel, 'customer', act.now) : refuse('not_found');
  });
}

/** Staff says so, with the reason, for a parcel that nobody scanned at the door. Refuses as a buyer is refused. */
export async function confirmArrivalByStaff(
  db: Database,
  act: {
    readonly shipmentId: string;
    readonly actor: UserActor;
    readonly reason: string;
    readonly now: Date;
  },
): Promise<Result<void, ArrivalRefusal>> {
  const { shipmentId, actor, reason, now } = act;
  return db.transaction(async (tx) => {
    const parcel = await lockParcel(tx, and(eq(shipments.id, shipmentId), TO_BUYER));
    if (!parcel) return refuse('not_found');
    const arrived = await arrive(tx, parcel, `staff:${actor.userId}`, now);
    if (!arrived.ok) return arrived;
    await recordAudit(tx, {
      actor: actorLabel(actor),
      action: 'parcel.arrived',
      subject: { type: 'order', id: parcel.orderId },
      reason,
      detail: { trackingNumber: parcel.trackingNumber },
    });
    return ok(undefined);
  });
}

async function arrive(
  tx: Transaction,
  parcel: ShipmentRow,
  actor: ActorName,
  now: Date,
): Promise<Result<void, 'illegal_transition'>> {
  const moved = await moveShipment(tx, parcel, 'deliver', now);
  if (!moved.ok) return moved;
  await completeDelivery(tx, parcel.sellerOrderId, actor, now);
  return ok(undefined);
}
