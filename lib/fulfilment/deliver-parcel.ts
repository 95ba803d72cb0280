import { and, eq, ne } from 'drizzle-orm';
import { shipments } from '@/db/schema/fulfilment';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import { deliverSellerOrder, lockOrderStatus, type ActorName, type SellerAct } from '@/lib/orders';
import type { Database, Transaction } from '@/lib/platform/database';
import { TO_BUYER } from './to-buyer';
import { moveShipment, type ShipmentRow } from './move-shipment';

/**
 * A seller says that a parcel has arrived. Refuses one whose carrier is followed: that is the carrier's to say, since
 * the seller's money is released by it.
 */
export async function deliverParcel(
  db: Database,
  act: Omit<SellerAct, 'sellerOrderId'> & { readonly shipmentId: string },
): Promise<Result<void, 'not_found' | 'illegal_transition' | 'parcel_followed'>> {
  return db.transaction(async (tx) => {
    const mine = and(eq(shipments.id, act.shipmentId), eq(shipments.sellerId, act.sellerId), TO_BUYER);
    const parcel = await lockParcel(tx, mine);
    if (!parcel) return refuse('not_found');
    if (parcel.followed) return refuse('parcel_followed');
    const moved = await moveShipment(tx, parcel, 'deliver', act.now);
    if (!moved.ok) return moved;
    await completeDelivery(tx, parcel.sellerOrderId, `seller:${act.userId}`, act.now);
    return ok(undefined);
  });
}

/** A parcel, locked after its order: whoever looks at all parcels of an order sees them stand still. */
export async function lockParcel(
  tx: Transaction,
  which: ReturnType<typeof and>,
): Promise<ShipmentRow | null> {
  const [found] = await tx.select({ orderId: shipments.orderId }).from(shipments).where(which);
  if (!found) return null;
  await lockOrderStatus(tx, found.orderId);
  const [parcel] = await tx.select().from(shipments).where(which).for('no key update');
  return parcel ?? null;
}

/** `completeDelivery` for whoever has not locked the order. */
export async function completeDeliveryOf(
  db: Database,
  { orderId, sellerOrderId }: { readonly orderId: string; readonly sellerOrderId: string },
  now: Date,
): Promise<void> {
  await db.transaction(async (tx) => {
    await lockOrderStatus(tx, orderId);
    await completeDelivery(tx, sellerOrderId, 'system', now);
  });
}

/**
 * A seller order whose everything has left and whose every parcel has arrived is delivered. Does nothing before that,
 * or when it is delivered already. The order must be locked.
 */
export async function completeDelivery(
  tx: Transaction,
  sellerOrderId: string,
  actor: ActorName,
  now: Date,
): Promise<void> {
  const underway = await tx
    .select({ id: shipments.id })
    .from(shipments)
    .where(and(eq(shipments.sellerOrderId, sellerOrderId), TO_BUYER, ne(shipments.status, 'delivered')))
    .limit(1);
  // What has something left to send, or has arrived before, refuses by itself.
  if (underway.length === 0) await deliverSellerOrder(tx, { sellerOrderId, actor, now });
}
