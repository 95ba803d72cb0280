import { and, eq, sql } from 'drizzle-orm';
import { orderHistory, orders, sellerOrders, type OrderHistoryEvent } from '@/db/schema/orders';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import type { Transaction } from '@/lib/platform/database';
import {
  nextOrderStatus,
  nextSellerOrderStatus,
  type OrderEvent,
  type SellerOrderEvent,
} from './transitions';

export type OrderRow = typeof orders.$inferSelect;
export type SellerOrderRow = typeof sellerOrders.$inferSelect;

/** Who acts, as histories and audits write it. */
export type ActorName = 'customer' | 'system' | `seller:${string}` | `staff:${string}`;

/**
 * Orders are locked before their parts, always, so that a buyer's cancel and a seller's acceptance wait for
 * each other instead of deadlocking.
 */
export async function lockOrder(tx: Transaction, orderId: string): Promise<OrderRow | null> {
  const [row] = await tx.select().from(orders).where(eq(orders.id, orderId)).for('no key update');
  return row ?? null;
}

/** Locks an order and says where it stands; null when there is none. */
export async function lockOrderStatus(tx: Transaction, orderId: string): Promise<OrderRow['status'] | null> {
  return (await lockOrder(tx, orderId))?.status ?? null;
}

/** A part of a locked order; null when it does not exist or is another seller's. */
export async function lockSellerOrder(
  tx: Transaction,
  sellerOrderId: string,
  sellerId?: string,
): Promise<SellerOrderRow | null> {
  const mine = sellerId === undefined ? undefined : eq(sellerOrders.sellerId, sellerId);
  const [part] = await tx
    .select({ orderId: sellerOrders.orderId })
    .from(sellerOrders)
    .where(and(eq(sellerOrders.id, sellerOrderId), mine));
  if (!part) return null;
  await lockOrder(tx, part.orderId);
  const [row] = await tx
    .select()
    .from(sellerOrders)
    .where(eq(sellerOrders.id, sellerOrderId))
    .for('no key update');
  return row ?? null;
}

type OrderTimes = Partial<Pick<OrderRow, 'paidAt' | 'cancelledAt'>>;

/** Moves a locked order to the state its table of transitions names, or refuses. Answers its new version. */
export async function moveOrder(
  tx: Transaction,
  order: OrderRow,
  event: OrderEvent,
  times: OrderTimes,
): Promise<Result<number, 'illegal_transition'>> {
  const next = nextOrderStatus(order.status, event);
  if (!next.ok) return next;
  const version = order.version + 1;
  await tx
    .update(orders)
    .set({ status: next.value, version, ...times })
    .where(eq(orders.id, order.id));
  return ok(version);
}

type SellerOrderTimes = Partial<
  Pick<SellerOrderRow, 'acceptedAt' | 'shippedAt' | 'deliveredAt' | 'cancelledAt' | 'cancelReason'>
>;

/** Moves a locked seller order likewise. */
export async function moveSellerOrder(
  tx: Transaction,
  part: SellerOrderRow,
  event: SellerOrderEvent,
  times: SellerOrderTimes,
): Promise<Result<number, 'illegal_transition'>> {
  const next = nextSellerOrderStatus(part.status, event);
  if (!next.ok) return next;
  const version = part.version + 1;
  const moved = await tx
    .update(sellerOrders)
    .set({ status: next.value, version, ...times })
    .where(and(eq(sellerOrders.id, part.id), eq(sellerOrders.version, part.version)))
    .returning({ id: sellerOrders.id });
  return moved.length > 0 ? ok(version) : refuse('illegal_transition');
}

export async function recordHistory(
  tx: Transaction,
  entry: {
    readonly orderId: string;
    readonly sellerOrderId?: string;
    readonly event: OrderHistoryEvent;
    readonly actor: ActorName;
    readonly detail?: Record<string, string | number>;
  },
): Promise<void> {
  await tx.insert(orderHistory).values(entry);
}

export async function listParts(tx: Transaction, orderId: string): Promise<SellerOrderRow[]> {
  return tx
    .select()
    .from(sellerOrders)
    .where(eq(sellerOrders.orderId, orderId))
    .orderBy(sql`${sellerOrders.id}`)
    .for('no key update');
}
