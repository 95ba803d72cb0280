import { eq } from 'drizzle-orm';
import { orderLines } from '@/db/schema/orders';
import { releaseCredit } from '@/lib/credit';
import { releaseStock } from '@/lib/inventory';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import { emitEvent } from '@/lib/platform/outbox';
import type { Database, Transaction } from '@/lib/platform/database';
import { releasePromotions } from '@/lib/promotions';
import { cancelRest, isBeforeShipping } from './cancel-lines';
import {
  listParts,
  lockOrder,
  moveOrder,
  moveSellerOrder,
  recordHistory,
  type ActorName,
} from './change-status';
import { orderCancelled } from './events';

/**
 * Ends an order that was not paid: its stock, its code and its store credit are free again. Refuses a paid one, whose parts
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
  await releasePromotions(tx, orderId);
  if (order.creditMinor > 0) await releaseCredit(tx, { ...order, orderId, amountMinor: order.creditMinor });
  await releaseStock(tx, await linesOf(tx, eq(orderLines.orderId, orderId)));
  await recordHistory(tx, { orderId, event: orderCancelled.name, actor, detail: { reason } });
  await emitEvent(tx, orderCancelled, {
    aggregateId: orderId,
    aggregateVersion: moved.value,
    payload: { orderId, number: order.number, reason },
  });
  return ok(undefined);
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
    const open = (await listParts(tx, order.id)).filter(isBeforeShipping);
    if (open.length === 0) return refuse('illegal_transition', { status: order.status });
    for (const part of open) {
      const cancelled = await cancelRest(tx, part, { ...cancellation, actor });
      if (!cancelled.ok) throw new Error(`Seller order ${part.id} changed under its lock`);
    }
    return ok(undefined);
  });
}

async function linesOf(tx: Transaction, which: ReturnType<typeof eq>): Promise<string[]> {
  const rows = await tx.select({ id: orderLines.id }).from(orderLines).where(which);
  return rows.map((row) => row.id);
}
