import { and, eq } from 'drizzle-orm';
import { returnHistory, returnLines, returns } from '@/db/schema/returns';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import { lockOrderStatus, type ActorName } from '@/lib/orders';
import { requestRefund, type RefundRefusal } from '@/lib/payments';
import type { Transaction } from '@/lib/platform/database';
import { emitEvent } from '@/lib/platform/outbox';
import { returnMoved } from './events';
import type { ReturnStatus } from './model';
import { nextReturnStatus, type ReturnEvent } from './transitions';

export type ReturnRow = typeof returns.$inferSelect;

const DAY_MS = 24 * 3600 * 1000;

/** How many days somebody has to act on a return in this state. */
export const DAYS_TO_ACT: Readonly<Partial<Record<ReturnStatus, number>>> = {
  // The seller, to answer; silence accepts.
  requested: 5,
  // The buyer, to send it; then it lapses.
  accepted: 14,
  // The seller, to look at it; then the money goes back (Directive 2011/83/EU art. 13: within 14 days).
  received: 14,
  // The seller, to send what replaces it; then the money goes back.
  exchanging: 14,
  // The market, to rule.
  escalated: 7,
};

export function dueAfter(status: ReturnStatus, now: Date): Date | null {
  const days = DAYS_TO_ACT[status];
  return days === undefined ? null : new Date(now.getTime() + days * DAY_MS);
}

/** A return, locked after its order; null when it does not exist or is somebody else's. */
export async function lockReturn(
  tx: Transaction,
  returnId: string,
  whose: { readonly sellerId?: string; readonly orderId?: string } = {},
): Promise<ReturnRow | null> {
  const mine = and(
    eq(returns.id, returnId),
    whose.sellerId === undefined ? undefined : eq(returns.sellerId, whose.sellerId),
    whose.orderId === undefined ? undefined : eq(returns.orderId, whose.orderId),
  );
  const [found] = await tx.select({ orderId: returns.orderId }).from(returns).where(mine);
  if (!found) return null;
  await lockOrderStatus(tx, found.orderId);
  const [row] = await tx.select().from(returns).where(mine).for('no key update');
  return row ?? null;
}

export type Move = {
  readonly event: ReturnEvent;
  readonly actor: ActorName;
  readonly words: string;
  readonly now: Date;
};

/** Moves a locked return to the state its table of transitions names, writes who did it and why, and tells; or refuses. */
export async function moveReturn(
  tx: Transaction,
  row: ReturnRow,
  { event, actor, words, now }: Move,
): Promise<Result<ReturnRow, 'illegal_transition'>> {
  const next = nextReturnStatus(row.status, event);
  if (!next.ok) return next;
  const status = next.value;
  const moved = { ...row, status, version: row.version + 1, dueAt: dueAfter(status, now) };
  await tx
    .update(returns)
    .set({ status, version: moved.version, dueAt: moved.dueAt })
    .where(eq(returns.id, row.id));
  await tx.insert(returnHistory).values({ returnId: row.id, event, actor, words, occurredAt: now });
  await emitEvent(tx, returnMoved, {
    aggregateId: row.id,
    aggregateVersion: moved.version,
    payload: {
      returnId: row.id,
      orderId: row.orderId,
      sellerOrderId: row.sellerOrderId,
      sellerId: row.sellerId,
      status,
    },
  });
  return ok(moved);
}

/** The money of a return's pieces goes back the way it came; once, however often it is asked. */
export async function refundReturn(
  tx: Transaction,
  row: ReturnRow,
): Promise<Result<void, Exclude<RefundRefusal, 'not_found'>>> {
  const lines = await tx
    .select({ orderLineId: returnLines.orderLineId, quantity: returnLines.quantity })
    .from(returnLines)
    .where(eq(returnLines.returnId, row.id));
  const asked = await requestRefund(tx, {
    orderId: row.orderId,
    sellerOrderId: row.sellerOrderId,
    cause: `return:${row.id}`,
    reason: 'returned',
    lines,
  });
  if (asked.ok) return ok(undefined);
  if (asked.error === 'not_found') throw new Error(`Return ${row.id} is of lines that do not exist`);
  return refuse(asked.error, asked.detail);
}
