import { eq } from 'drizzle-orm';
import { orderLines } from '@/db/schema/orders';
import { sumMinor } from '@/lib/kernel/money';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import type { Transaction } from '@/lib/platform/database';

export type LineQuantity = { readonly orderLineId: string; readonly quantity: number };

/** Where the pieces of a line are that were not cancelled: sent, in a box, or still on the shelf. */
export type OpenLine = {
  /** Neither shipped nor cancelled. */
  readonly open: number;
  /** Of these, in a box. */
  readonly packed: number;
  readonly shipped: number;
};

type CountedLine = Pick<
  typeof orderLines.$inferSelect,
  'quantity' | 'cancelledQuantity' | 'shippedQuantity' | 'packedQuantity'
>;

/** What was packed leaves first, and what is cancelled is taken from the shelf before it is taken from the box. */
export function openLine(line: CountedLine): OpenLine {
  const { shippedQuantity: shipped } = line;
  const open = line.quantity - line.cancelledQuantity - shipped;
  return { open, packed: Math.min(open, Math.max(line.packedQuantity - shipped, 0)), shipped };
}

/** The lines of a locked seller order. */
export async function openLinesOf(
  tx: Transaction,
  sellerOrderId: string,
): Promise<ReadonlyMap<string, OpenLine>> {
  const rows = await tx.select().from(orderLines).where(eq(orderLines.sellerOrderId, sellerOrderId));
  return new Map(rows.map((row) => [row.id, openLine(row)]));
}

/**
 * How much stays open when these quantities are taken. Refuses lines of somebody else, none at all, one that is
 * named twice, and more than is open.
 */
export function takeOpen(
  open: ReadonlyMap<string, Pick<OpenLine, 'open'>>,
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
