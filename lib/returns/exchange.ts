import { and, eq, inArray, isNull } from 'drizzle-orm';
import { orderLines, orders } from '@/db/schema/orders';
import { returnExchanges, returnLines } from '@/db/schema/returns';
import { holdReplacement, releaseReplacement } from '@/lib/inventory';
import { listReplacements, type OfferSnapshot } from '@/lib/offers';
import type { LineQuantity } from '@/lib/orders';
import type { Database, Executor, Transaction } from '@/lib/platform/database';
import type { ExchangeView, ReturnStatus } from './model';
import { lockReturn, type ReturnRow } from './move-return';

/** What pieces of these lines of one order could be exchanged for, as it is now: by line, other variants at the same price. */
export async function listExchanges(
  db: Executor,
  orderLineIds: readonly string[],
): Promise<ReadonlyMap<string, readonly OfferSnapshot[]>> {
  const sold = await db
    .select({
      orderLineId: orderLines.id,
      offerId: orderLines.offerId,
      unitPriceMinor: orderLines.unitPriceMinor,
      currency: orders.currency,
      market: orders.market,
      locale: orders.locale,
    })
    .from(orderLines)
    .innerJoin(orders, eq(orders.id, orderLines.orderId))
    .where(inArray(orderLines.id, [...orderLineIds]));
  const [order] = sold;
  if (!order) return new Map();
  return listReplacements(db, sold, order);
}

/** The variant a buyer may have for these pieces; null when it is none of those at the same price, or too few are left. */
export async function findExchange(
  db: Executor,
  lines: readonly LineQuantity[],
  offerId: string,
): Promise<{ readonly offerId: string; readonly variantLabel: string } | null> {
  const [line] = lines;
  if (!line || lines.length > 1) return null;
  const offers = (await listExchanges(db, [line.orderLineId])).get(line.orderLineId) ?? [];
  return offers.find((offer) => offer.offerId === offerId && offer.available >= line.quantity) ?? null;
}

/**
 * Keeps what is wanted for a return that was just accepted. When it is sold out by now, the money goes back instead.
 * Locks stock: call it last.
 */
export async function holdExchange(tx: Transaction, { id: returnId, orderId }: ReturnRow): Promise<void> {
  const [wanted] = await tx
    .select({
      offerId: returnExchanges.offerId,
      orderLineId: returnLines.orderLineId,
      quantity: returnLines.quantity,
    })
    .from(returnExchanges)
    .innerJoin(returnLines, eq(returnLines.returnId, returnExchanges.returnId))
    .where(eq(returnExchanges.returnId, returnId));
  if (!wanted) return;
  const held = await holdReplacement(tx, { ...wanted, returnId, orderId });
  if (!held.ok) await refundInstead(tx, returnId, 'out_of_stock');
}

/** Nothing is exchanged: the money goes back, and why is remembered. Does nothing when that is so already. */
export async function refundInstead(
  tx: Transaction,
  returnId: string,
  refundedFor: NonNullable<ExchangeView['refundedFor']>,
): Promise<void> {
  await tx
    .update(returnExchanges)
    .set({ refundedFor })
    .where(and(eq(returnExchanges.returnId, returnId), isNull(returnExchanges.refundedFor)));
}

/** Whether what comes back is to be replaced. */
export async function isExchanged(tx: Transaction, returnId: string): Promise<boolean> {
  const wanted = and(eq(returnExchanges.returnId, returnId), isNull(returnExchanges.refundedFor));
  return (await tx.$count(returnExchanges, wanted)) > 0;
}

/** States in which a replacement waits for the goods to come back, or has left. */
const REPLACING: readonly ReturnStatus[] = [
  'accepted',
  'sent',
  'received',
  'inspected',
  'exchanging',
  'exchanged',
];

/** Lets go of what is kept for a return that will not be exchanged any more. Does nothing otherwise, or again. */
export async function letGoOfReplacement(db: Database, returnId: string): Promise<void> {
  await db.transaction(async (tx) => {
    const row = await lockReturn(tx, returnId);
    if (row && !REPLACING.includes(row.status)) await releaseReplacement(tx, returnId);
  });
}
