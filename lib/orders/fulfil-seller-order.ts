import { and, eq, sql } from 'drizzle-orm';
import { orderLines, type OrderHistoryEvent } from '@/db/schema/orders';
import { shipStock } from '@/lib/inventory';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import { emitEvent, type EventDefinition } from '@/lib/platform/outbox';
import type { Database, Transaction } from '@/lib/platform/database';
import {
  lockSellerOrder,
  moveSellerOrder,
  recordHistory,
  type ActorName,
  type SellerOrderRow,
} from './change-status';
import {
  sellerOrderAccepted,
  sellerOrderDelivered,
  sellerOrderPartlyShipped,
  sellerOrderShipped,
} from './events';
import { openLinesOf, takeOpen, type LineQuantity } from './open-quantities';
import type { SellerOrderEvent } from './transitions';

/** A seller acting on its own part of an order. */
export type SellerAct = {
  readonly sellerOrderId: string;
  readonly sellerId: string;
  readonly userId: string;
  readonly now: Date;
};

export async function acceptSellerOrder(
  db: Database,
  act: SellerAct,
): Promise<Result<void, 'not_found' | 'illegal_transition'>> {
  return db.transaction(async (tx) => {
    const part = await lockOwnPart(tx, act);
    if (!part) return refuse('not_found');
    return advance(tx, part, {
      event: 'accept',
      told: sellerOrderAccepted,
      times: { acceptedAt: act.now },
      actor: `seller:${act.userId}`,
    });
  });
}

/**
 * These quantities leave the seller: their stock is gone, and the part is shipped once nothing is left to send.
 * Refuses more of a line than is neither shipped nor cancelled (`quantity_not_open`), and then changes nothing.
 * Answers the part, which stays locked.
 */
export async function shipLines(
  tx: Transaction,
  act: SellerAct,
  lines: readonly LineQuantity[],
): Promise<Result<{ readonly orderId: string }, 'not_found' | 'illegal_transition' | 'quantity_not_open'>> {
  const part = await lockOwnPart(tx, act);
  if (!part) return refuse('not_found');
  const left = takeOpen(await openLinesOf(tx, part.id), lines);
  if (!left.ok) return left;

  const moved = await advance(tx, part, {
    ...(left.value === 0
      ? { event: 'ship', told: sellerOrderShipped, times: { shippedAt: act.now } }
      : { event: 'ship_some', told: sellerOrderPartlyShipped, times: {} }),
    actor: `seller:${act.userId}`,
  });
  if (!moved.ok) return moved;
  for (const { orderLineId, quantity } of lines) {
    await tx
      .update(orderLines)
      .set({ shippedQuantity: sql`${orderLines.shippedQuantity} + ${quantity}` })
      .where(and(eq(orderLines.id, orderLineId), eq(orderLines.sellerOrderId, part.id)));
  }
  // Stock rows last, as everywhere.
  await shipStock(tx, lines);
  return ok({ orderId: part.orderId });
}

/** A shipped part has arrived. Refuses one that still has something to send, or has arrived before. */
export async function deliverSellerOrder(
  tx: Transaction,
  { sellerOrderId, actor, now }: { sellerOrderId: string; actor: ActorName; now: Date },
): Promise<Result<void, 'not_found' | 'illegal_transition'>> {
  const part = await lockSellerOrder(tx, sellerOrderId);
  if (!part) return refuse('not_found');
  return advance(tx, part, {
    event: 'deliver',
    told: sellerOrderDelivered,
    times: { deliveredAt: now },
    actor,
  });
}

/** A seller never learns of an order that was not paid for. */
async function lockOwnPart(
  tx: Transaction,
  { sellerOrderId, sellerId }: SellerAct,
): Promise<SellerOrderRow | null> {
  const part = await lockSellerOrder(tx, sellerOrderId, sellerId);
  return part?.status === 'pending_payment' ? null : part;
}

type Step = {
  readonly event: SellerOrderEvent;
  readonly told: EventDefinition<
    { orderId: string; sellerOrderId: string; sellerId: string },
    OrderHistoryEvent
  >;
  readonly times: Partial<Pick<SellerOrderRow, 'acceptedAt' | 'shippedAt' | 'deliveredAt'>>;
  readonly actor: ActorName;
};

async function advance(
  tx: Transaction,
  part: SellerOrderRow,
  { event, told, times, actor }: Step,
): Promise<Result<void, 'illegal_transition'>> {
  const moved = await moveSellerOrder(tx, part, event, times);
  if (!moved.ok) return moved;
  const { orderId, sellerId } = part;
  await recordHistory(tx, { orderId, sellerOrderId: part.id, event: told.name, actor });
  await emitEvent(tx, told, {
    aggregateId: part.id,
    aggregateVersion: moved.value,
    payload: { orderId, sellerOrderId: part.id, sellerId },
  });
  return ok(undefined);
}
