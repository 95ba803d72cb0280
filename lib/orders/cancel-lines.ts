import { and, eq, sql } from 'drizzle-orm';
import { orderLines, sellerOrders } from '@/db/schema/orders';
import { releaseQuantities } from '@/lib/inventory';
import { newId } from '@/lib/kernel/ids';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import { emitEvent } from '@/lib/platform/outbox';
import type { Database, Transaction } from '@/lib/platform/database';
import {
  lockOrder,
  lockSellerOrder,
  moveOrder,
  moveSellerOrder,
  recordHistory,
  type ActorName,
  type SellerOrderRow,
} from './change-status';
import { sellerOrderCancelled, sellerOrderLinesCancelled, sellerOrderShipped } from './events';
import { openLinesOf, takeOpen, type LineQuantity, type OpenLine } from './open-quantities';

export type CancelLinesRefusal =
  'not_found' | 'illegal_transition' | 'already_shipped' | 'quantity_not_open' | 'conflict';

type LinesCancellation = {
  readonly sellerOrderId: string;
  /** As the page showed it: a second click, or another tab's, is about a part that has changed since. */
  readonly version: number;
  readonly lines: readonly LineQuantity[];
  readonly reason: string;
  readonly now: Date;
};

/** A seller calls off pieces of its own part that it has not sent; their money goes back to the buyer. */
export async function cancelLinesBySeller(
  db: Database,
  cancellation: LinesCancellation & { readonly sellerId: string; readonly userId: string },
): Promise<Result<void, CancelLinesRefusal>> {
  const { sellerOrderId, sellerId, userId } = cancellation;
  return db.transaction(async (tx) => {
    const part = await lockSellerOrder(tx, sellerOrderId, sellerId);
    if (!part || part.status === 'pending_payment') return refuse('not_found');
    return cancelShown(tx, part, { ...cancellation, actor: `seller:${userId}` });
  });
}

/** A buyer calls off pieces of one seller's part, as long as nothing of that part has been sent. */
export async function cancelLinesByBuyer(
  db: Database,
  cancellation: LinesCancellation & { readonly orderId: string },
): Promise<Result<void, CancelLinesRefusal>> {
  return db.transaction(async (tx) => {
    const part = await lockSellerOrder(tx, cancellation.sellerOrderId);
    if (!part || part.orderId !== cancellation.orderId) return refuse('not_found');
    if (part.status === 'pending_payment') return refuse('illegal_transition', { status: part.status });
    if (part.status !== 'cancelled' && !isBeforeShipping(part)) return refuse('already_shipped');
    return cancelShown(tx, part, { ...cancellation, actor: 'customer' });
  });
}

/** A buyer may still change their mind about a paid part of which nothing has left. */
export function isBeforeShipping({ status }: Pick<SellerOrderRow, 'status'>): boolean {
  return status === 'to_accept' || status === 'to_ship';
}

type Cancellation = { readonly actor: ActorName; readonly reason: string; readonly now: Date };

/** Everything of a locked part that is still open. */
export async function cancelRest(
  tx: Transaction,
  part: SellerOrderRow,
  cancellation: Cancellation,
): Promise<Result<void, CancelLinesRefusal>> {
  const open = await openLinesOf(tx, part.id);
  const rest = [...open]
    .filter(([, line]) => line.open > 0)
    .map(([orderLineId, line]) => ({ orderLineId, quantity: line.open }));
  return cancelPieces(tx, part, open, rest, cancellation);
}

async function cancelShown(
  tx: Transaction,
  part: SellerOrderRow,
  cancellation: Cancellation & Pick<LinesCancellation, 'version' | 'lines'>,
): Promise<Result<void, CancelLinesRefusal>> {
  if (part.version !== cancellation.version) return refuse('conflict');
  return cancelPieces(tx, part, await openLinesOf(tx, part.id), cancellation.lines, cancellation);
}

async function cancelPieces(
  tx: Transaction,
  part: SellerOrderRow,
  open: ReadonlyMap<string, OpenLine>,
  lines: readonly LineQuantity[],
  { actor, reason, now }: Cancellation,
): Promise<Result<void, CancelLinesRefusal>> {
  const left = takeOpen(open, lines);
  if (!left.ok) return left;
  const somethingHasLeft = [...open.values()].some(({ shipped }) => shipped > 0);
  const end = left.value > 0 ? 'cancel_some' : somethingHasLeft ? 'ship' : 'cancel';
  const moved = await moveSellerOrder(tx, part, end, {
    ...(end === 'cancel' && { cancelledAt: now, cancelReason: reason }),
    ...(end === 'ship' && { shippedAt: now }),
  });
  if (!moved.ok) return moved;
  for (const { orderLineId, quantity } of lines) {
    await tx
      .update(orderLines)
      .set({ cancelledQuantity: sql`${orderLines.cancelledQuantity} + ${quantity}` })
      .where(and(eq(orderLines.id, orderLineId), eq(orderLines.sellerOrderId, part.id)));
  }
  await tell(tx, part, { version: moved.value, end, lines, actor, reason });
  if (end === 'cancel') await endOrderWithoutParts(tx, part.orderId, now);
  // Stock rows last, as everywhere.
  await releaseQuantities(
    tx,
    lines.map((line) => ({ ...line, hasShipped: open.get(line.orderLineId)!.shipped > 0 })),
  );
  return ok(undefined);
}

type Told = {
  readonly version: number;
  readonly end: 'cancel_some' | 'cancel' | 'ship';
  readonly lines: readonly LineQuantity[];
  readonly actor: ActorName;
  readonly reason: string;
};

async function tell(
  tx: Transaction,
  { id: sellerOrderId, orderId, sellerId }: SellerOrderRow,
  { version, end, lines, actor, reason }: Told,
): Promise<void> {
  const subject = { orderId, sellerOrderId, sellerId };
  const about = { aggregateId: sellerOrderId, aggregateVersion: version };
  await emitEvent(tx, sellerOrderLinesCancelled, {
    ...about,
    payload: {
      ...subject,
      cancellationId: newId(),
      lines: lines.map(({ orderLineId, quantity }) => ({ orderLineId, quantity })),
      reason,
      ended: end === 'cancel',
    },
  });
  const history = { orderId, sellerOrderId, actor, detail: { reason } };
  if (end === 'cancel') {
    await recordHistory(tx, { ...history, event: sellerOrderCancelled.name });
    await emitEvent(tx, sellerOrderCancelled, { ...about, payload: { ...subject, reason } });
    return;
  }
  await recordHistory(tx, { ...history, event: sellerOrderLinesCancelled.name });
  if (end === 'ship') {
    await recordHistory(tx, { orderId, sellerOrderId, actor, event: sellerOrderShipped.name });
    await emitEvent(tx, sellerOrderShipped, { ...about, payload: subject });
  }
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
