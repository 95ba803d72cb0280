import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import { reservations, stockMovements } from '@/db/schema/inventory';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import type { Executor, Transaction } from '@/lib/platform/database';
import { changeStock } from './change-stock';
import { uuidArray } from '@/lib/platform/sql-values';
import { lockStock } from './lock-stock';

type Reservation = typeof reservations.$inferSelect;

/** What replaces goods that come back is held by `replacements.ts`. */
const OF_WHAT_WAS_BOUGHT = isNull(reservations.returnId);

/**
 * Makes an order's holds its own once it is paid. Holds that ran out in the meantime are taken again when
 * stock allows; otherwise it refuses with `out_of_stock` and changes nothing.
 */
export async function allocateStock(tx: Transaction, orderId: string): Promise<Result<void, 'out_of_stock'>> {
  const rows = await tx
    .select()
    .from(reservations)
    .where(and(eq(reservations.orderId, orderId), OF_WHAT_WAS_BOUGHT))
    .orderBy(reservations.id)
    .for('update');
  const lost = rows.filter((row) => row.status === 'released');
  if (lost.length > 0) {
    const locked = await lockStock(tx, offersOf(lost));
    const wanted = quantitiesByOffer(lost);
    for (const [offerId, quantity] of wanted) {
      const row = locked.get(offerId);
      const available = row ? row.onHand - row.reserved : 0;
      if (available < quantity) return refuse('out_of_stock', { offerId, available });
    }
    await changeStock(
      tx,
      locked,
      [...wanted].map(([offerId, quantity]) => ({ offerId, onHandBy: 0, reservedBy: quantity })),
    );
  }
  await tx
    .update(reservations)
    .set({ status: 'allocated' })
    .where(
      and(
        eq(reservations.orderId, orderId),
        OF_WHAT_WAS_BOUGHT,
        inArray(reservations.status, ['held', 'released']),
      ),
    );
  return ok(undefined);
}

/** Lets go of what an order's lines still hold (held or allocated). Calling it again does nothing. */
export async function releaseStock(tx: Transaction, orderLineIds: readonly string[]): Promise<void> {
  const rows = await lockReservations(tx, orderLineIds, ['held', 'allocated']);
  if (rows.length === 0) return;
  const locked = await lockStock(tx, offersOf(rows));
  await changeStock(
    tx,
    locked,
    [...quantitiesByOffer(rows)].map(([offerId, quantity]) => ({
      offerId,
      onHandBy: 0,
      reservedBy: -quantity,
    })),
  );
  await tx
    .update(reservations)
    .set({ status: 'released' })
    .where(inArray(reservations.id, idsOf(rows)));
}

/**
 * Lets go of these quantities of lines, whose rest is still allocated. Each must be allocated; whoever calls off has
 * seen to that. A line of which something has been sent (`hasShipped`) ends as fulfilled.
 */
export async function releaseQuantities(
  tx: Transaction,
  released: readonly {
    readonly orderLineId: string;
    readonly quantity: number;
    readonly hasShipped: boolean;
  }[],
): Promise<void> {
  const releasedOf = new Map(released.map((line) => [line.orderLineId, line]));
  const rows = await lockReservations(tx, [...releasedOf.keys()], ['allocated']);
  const leaving = rows.map((row) => ({ ...row, quantity: releasedOf.get(row.orderLineId)!.quantity }));
  const locked = await lockStock(tx, offersOf(leaving));
  await changeStock(
    tx,
    locked,
    [...quantitiesByOffer(leaving)].map(([offerId, quantity]) => ({
      offerId,
      onHandBy: 0,
      reservedBy: -quantity,
    })),
  );
  for (const row of rows) {
    const { quantity, hasShipped } = releasedOf.get(row.orderLineId)!;
    const rest = row.quantity - quantity;
    await tx
      .update(reservations)
      .set(rest > 0 ? { quantity: rest } : { status: hasShipped ? 'fulfilled' : 'released' })
      .where(eq(reservations.id, row.id));
  }
}

/**
 * These quantities left the seller: they are neither on hand nor reserved any more. What of a line stays is still
 * allocated. Each must be allocated; whoever ships has seen to that.
 */
export async function shipStock(
  tx: Transaction,
  shipped: readonly { readonly orderLineId: string; readonly quantity: number }[],
): Promise<void> {
  const quantityOf = new Map(shipped.map(({ orderLineId, quantity }) => [orderLineId, quantity]));
  const rows = await lockReservations(tx, [...quantityOf.keys()], ['allocated']);
  const leaving = rows.map((row) => ({ ...row, quantity: quantityOf.get(row.orderLineId)! }));
  const locked = await lockStock(tx, offersOf(leaving));
  await changeStock(
    tx,
    locked,
    [...quantitiesByOffer(leaving)].map(([offerId, quantity]) => ({
      offerId,
      onHandBy: -quantity,
      reservedBy: -quantity,
    })),
  );
  await tx.insert(stockMovements).values(
    leaving.map(({ offerId, quantity, orderLineId }) => ({
      offerId,
      delta: -quantity,
      cause: 'shipped' as const,
      reference: orderLineId,
    })),
  );
  for (const row of rows) {
    const rest = row.quantity - quantityOf.get(row.orderLineId)!;
    await tx
      .update(reservations)
      .set(rest > 0 ? { quantity: rest } : { status: 'fulfilled' })
      .where(eq(reservations.id, row.id));
  }
}

/** Orders whose unpaid hold has run out, oldest first. */
export async function listExpiredHolds(db: Executor, limit: number): Promise<string[]> {
  const rows = await db.execute<{ order_id: string }>(sql`
    select order_id from reservations
    where status = 'held' and expires_at <= now()
    group by order_id order by min(expires_at) limit ${limit}`);
  return rows.map((row) => row.order_id);
}

/** Keeps an order's holds for `holdSeconds` from now, while its payment is being processed. */
export async function extendHold(db: Executor, orderId: string, holdSeconds: number): Promise<void> {
  await db.execute(sql`
    update reservations set expires_at = now() + make_interval(secs => ${holdSeconds}), updated_at = now()
    where order_id = ${orderId} and status = 'held'`);
}

async function lockReservations(
  tx: Transaction,
  orderLineIds: readonly string[],
  statuses: readonly Reservation['status'][],
): Promise<Reservation[]> {
  const rows = await tx
    .select()
    .from(reservations)
    .where(and(sql`${reservations.orderLineId} = any(${uuidArray(orderLineIds)})`, OF_WHAT_WAS_BOUGHT))
    .orderBy(reservations.id)
    .for('update');
  return rows.filter((row) => statuses.includes(row.status));
}

function offersOf(rows: readonly Reservation[]): string[] {
  return [...new Set(rows.map((row) => row.offerId))];
}

function idsOf(rows: readonly Reservation[]): string[] {
  return rows.map((row) => row.id);
}

function quantitiesByOffer(rows: readonly Reservation[]): ReadonlyMap<string, number> {
  const quantities = new Map<string, number>();
  for (const row of rows) quantities.set(row.offerId, (quantities.get(row.offerId) ?? 0) + row.quantity);
  return quantities;
}
