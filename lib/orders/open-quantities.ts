import { eq, sql } from 'drizzle-orm';
import { orderLines } from '@/db/schema/orders';
import { sumMinor } from '@/lib/kernel/money';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import type { Transaction } from '@/lib/platform/database';

export type LineQuantity = { readonly orderLineId: string; readonly quantity: number };

/** What of a line is neither shipped nor cancelled, and whether something of it has left. */
export type OpenLine = { readonly open: number; readonly hasShipped: boolean };

/** The lines of a locked seller order. */
export async function openLinesOf(
  tx: Transaction,
  sellerOrderId: string,
): Promise<ReadonlyMap<string, OpenLine>> {
  const rows = await tx
    .select({
      id: orderLines.id,
      open: sql<number>`${orderLines.quantity} - ${orderLines.cancelledQuantity} - ${orderLines.shippedQuantity}`,
      shipped: orderLines.shippedQuantity,
    })
    .from(orderLines)
    .where(eq(orderLines.sellerOrderId, sellerOrderId));
  return new Map(rows.map(({ id, open, shipped }) => [id, { open, hasShipped: shipped > 0 }]));
}

/**
 * How much stays open when these quantities are taken. Refuses lines of somebody else, none at all, one that is
 * named twice, and more than is open.
 */
export function takeOpen(
  open: ReadonlyMap<string, OpenLine>,
  taken: readonly LineQuantity[],
): Result<number, 'not_found' | 'quantity_not_open'> {
  if (!taken.every(({ orderLineId }) => open.has(orderLineId))) return refuse('not_found');
  const isNamedOnce = new Set(taken.map(({ orderLineId }) => orderLineId)).size === taken.length;
  const fits = taken.every(
    ({ orderLineId, quantity }) => quantity > 0 && quantity <= open.get(orderLineId)!.open,
  );
  if (taken.length === 0 || !isNamedOnce || !fits) return refuse('quantity_not_open');
  return ok(
    sumMinor([...open.values()].map((line) => line.open)) - sumMinor(taken.map(({ quantity }) => quantity)),
  );
}
