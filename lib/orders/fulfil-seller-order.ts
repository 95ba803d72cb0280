import { eq } from 'drizzle-orm';
import { orderLines, shipments, type OrderHistoryEvent } from '@/db/schema/orders';
import { shipStock } from '@/lib/inventory';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import { emitEvent, type EventDefinition } from '@/lib/platform/outbox';
import type { Database, Transaction } from '@/lib/platform/database';
import { lockSellerOrder, moveSellerOrder, recordHistory, type SellerOrderRow } from './change-status';
import { sellerOrderAccepted, sellerOrderDelivered, sellerOrderShipped } from './events';
import type { SellerOrderEvent } from './transitions';

type Refusal = 'not_found' | 'illegal_transition';

/** A seller acting on its own part of an order. */
export type SellerAct = {
  readonly sellerOrderId: string;
  readonly sellerId: string;
  readonly userId: string;
  readonly now: Date;
};

export async function acceptSellerOrder(db: Database, act: SellerAct): Promise<Result<void, Refusal>> {
  return db.transaction((tx) => advance(tx, act, 'accept', { acceptedAt: act.now }, sellerOrderAccepted));
}

/** Everything of the part leaves in one parcel: its stock is gone, its buyer gets the tracking number. */
export async function shipSellerOrder(
  db: Database,
  act: SellerAct & { readonly carrier: string; readonly trackingNumber: string },
): Promise<Result<void, Refusal>> {
  return db.transaction(async (tx) => {
    const shipped = await advance(tx, act, 'ship', { shippedAt: act.now }, sellerOrderShipped);
    if (!shipped.ok) return shipped;
    const lines = await tx
      .select({ id: orderLines.id })
      .from(orderLines)
      .where(eq(orderLines.sellerOrderId, act.sellerOrderId));
    await shipStock(
      tx,
      lines.map((line) => line.id),
    );
    const { sellerOrderId, sellerId, carrier, trackingNumber } = act;
    await tx
      .insert(shipments)
      .values({ sellerOrderId, sellerId, carrier, trackingNumber, shippedAt: act.now });
    return ok(undefined);
  });
}

export async function deliverSellerOrder(db: Database, act: SellerAct): Promise<Result<void, Refusal>> {
  return db.transaction((tx) => advance(tx, act, 'deliver', { deliveredAt: act.now }, sellerOrderDelivered));
}

async function advance(
  tx: Transaction,
  act: SellerAct,
  event: SellerOrderEvent,
  times: Partial<Pick<SellerOrderRow, 'acceptedAt' | 'shippedAt' | 'deliveredAt'>>,
  told: EventDefinition<{ orderId: string; sellerOrderId: string; sellerId: string }, OrderHistoryEvent>,
): Promise<Result<void, Refusal>> {
  const part = await lockSellerOrder(tx, act.sellerOrderId, act.sellerId);
  // A seller never learns of an order that was not paid for.
  if (!part || part.status === 'pending_payment') return refuse('not_found');
  const moved = await moveSellerOrder(tx, part, event, times);
  if (!moved.ok) return moved;
  const { orderId, sellerId } = part;
  await recordHistory(tx, {
    orderId,
    sellerOrderId: part.id,
    event: told.name,
    actor: `seller:${act.userId}`,
  });
  await emitEvent(tx, told, {
    aggregateId: part.id,
    aggregateVersion: moved.value,
    payload: { orderId, sellerOrderId: part.id, sellerId },
  });
  return ok(undefined);
}
