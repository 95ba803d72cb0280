import { ok, refuse, type Result } from '@/lib/kernel/result';
import { emitEvent } from '@/lib/platform/outbox';
import type { Transaction } from '@/lib/platform/database';
import { listParts, lockOrder, moveOrder, moveSellerOrder, recordHistory } from './change-status';
import { orderPaid } from './events';

/** The money is there: the order is paid and each part waits for its seller. Refuses an order that has ended. */
export async function markOrderPaid(
  tx: Transaction,
  orderId: string,
  paidAt: Date,
): Promise<Result<void, 'not_found' | 'illegal_transition'>> {
  const order = await lockOrder(tx, orderId);
  if (!order) return refuse('not_found');
  const moved = await moveOrder(tx, order, 'pay', { paidAt });
  if (!moved.ok) return moved;
  for (const part of await listParts(tx, orderId)) {
    const partMoved = await moveSellerOrder(tx, part, 'pay', {});
    if (!partMoved.ok) throw new Error(`Seller order ${part.id} is ${part.status} in an unpaid order`);
  }
  await recordHistory(tx, { orderId, event: orderPaid.name, actor: 'system' });
  await emitEvent(tx, orderPaid, {
    aggregateId: orderId,
    aggregateVersion: moved.value,
    payload: { orderId, number: order.number },
  });
  return ok(undefined);
}
