import { eq } from 'drizzle-orm';
import { orderLines, sellerOrders } from '@/db/schema/orders';
import { releaseStock } from '@/lib/inventory';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import { emitEvent } from '@/lib/platform/outbox';
import type { Database, Transaction } from '@/lib/platform/database';
import { releasePromotion } from '@/lib/promotions';
import {
  listParts,
  lockOrder,
  lockSellerOrder,
  moveOrder,
  moveSellerOrder,
  recordHistory,
  type ActorName,
  type SellerOrderRow,
} from './change-status';
import { orderCancelled, sellerOrderCancelled } from './events';

/**
 * Ends an order that was not paid: its stock and its code are free again. Refuses a paid one, whose parts
 * are cancelled one by one.
 */
export async function cancelUnpaidOrder(
  tx: Transaction,
  orderId: string,
  actor: ActorName,
  reason: string,
  now: Date,
): Promise<Result<void, 'not_found' | 'illegal_transition'>> {
  const order = await lockOrder(tx, orderId);
  if (!order) return refuse('not_found');
  if (order.status !== 'pending_payment') return refuse('illegal_transition', { status: order.status });
  const moved = await moveOrder(tx, order, 'cancel', { cancelledAt: now });
  if (!moved.ok) return moved;
  for (const part of await listParts(tx, orderId)) {
    await moveSellerOrder(tx, part, 'cancel', { cancelledAt: now, cancelReason: reason });
  }
  // In the order in which placing takes them: the code's row first, stock rows last.
  await releasePromotion(tx, orderId);
  await releaseStock(tx, await linesOf(tx, eq(orderLines.orderId, orderId)));
  await recordHistory(tx, { orderId, event: orderCancelled.name, actor, detail: { reason } });
  await emitEvent(tx, orderCancelled, {
    aggregateId: orderId,
    aggregateVersion: moved.value,
    payload: { orderId, number: order.number, reason },
  });
  return ok(undefined);
}

/** Calls off a seller's own part before it ships; its money goes back to the buyer. */
export async function cancelSellerOrder(
  db: Database,
  cancellation: {
    readonly sellerOrderId: string;
    readonly sellerId: string;
    readonly actor: ActorName;
    readonly reason: string;
    readonly now: Date;
  },
): Promise<Result<void, 'not_found' | 'illegal_transition'>> {
  return db.transaction(async (tx) => {
    const part = await lockSellerOrder(tx, cancellation.sellerOrderId, cancellation.sellerId);
    if (!part || part.status === 'pending_payment') return refuse('not_found');
    return cancelPaidPart(tx, part, cancellation);
  });
}

/** Calls off every part of a buyer's paid order that has not shipped; refuses when all have. */
export async function cancelOrderByBuyer(
  db: Database,
  cancellation: { readonly orderId: string; readonly reason: string; readonly now: Date },
): Promise<Result<void, 'not_found' | 'illegal_transition'>> {
  return db.transaction(async (tx) => {
    const order = await lockOrder(tx, cancellation.orderId);
    if (!order) return refuse('not_found');
    const actor = 'customer' as const;
    if (order.status === 'pending_payment') {
      return cancelUnpaidOrder(tx, order.id, actor, cancellation.reason, cancellation.now);
    }
    const open = (await listParts(tx, order.id)).filter(
      (part) => part.status === 'to_accept' || part.status === 'to_ship',
    );
    if (open.length === 0) return refuse('illegal_transition', { status: order.status });
    for (const part of open) {
      const cancelled = await cancelPaidPart(tx, part, { ...cancellation, actor });
      if (!cancelled.ok) throw new Error(`Seller order ${part.id} changed under its lock`);
    }
    return ok(undefined);
  });
}

async function cancelPaidPart(
  tx: Transaction,
  part: SellerOrderRow,
  { actor, reason, now }: { readonly actor: ActorName; readonly reason: string; readonly now: Date },
): Promise<Result<void, 'illegal_transition'>> {
  const moved = await moveSellerOrder(tx, part, 'cancel', { cancelledAt: now, cancelReason: reason });
  if (!moved.ok) return moved;
  await releaseStock(tx, await linesOf(tx, eq(orderLines.sellerOrderId, part.id)));
  await recordHistory(tx, {
    orderId: part.orderId,
    sellerOrderId: part.id,
    event: sellerOrderCancelled.name,
    actor,
    detail: { reason },
  });
  await emitEvent(tx, sellerOrderCancelled, {
    aggregateId: part.id,
    aggregateVersion: moved.value,
    payload: { orderId: part.orderId, sellerOrderId: part.id, sellerId: part.sellerId, reason },
  });
  await endOrderWithoutParts(tx, part.orderId, now);
  return ok(undefined);
}

/** An order whose every part was called off has ended too. */
async function endOrderWithoutParts(tx: Transaction, orderId: string, now: Date): Promise<void> {
  const parts = await tx
    .select({ status: sellerOrders.status })
    .from(sellerOrders)
    .where(eq(sellerOrders.orderId, orderId));
  if (parts.some((part) => part.status !== 'cancelled')) return;
  const order = await lockOrder(tx, orderId);
  if (order) await moveOrder(tx, order, 'cancel', { cancelledAt: now });
}

async function linesOf(tx: Transaction, which: ReturnType<typeof eq>): Promise<string[]> {
  const rows = await tx.select({ id: orderLines.id }).from(orderLines).where(which);
  return rows.map((row) => row.id);
}
