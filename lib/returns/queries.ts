import { and, asc, desc, eq, inArray, isNotNull, sql, type SQL } from 'drizzle-orm';
import { orderLines, orders } from '@/db/schema/orders';
import {
  returnExchanges,
  returnHistory,
  returnLabels,
  returnLines,
  returnPhotos,
  returns,
} from '@/db/schema/returns';
import { sellers } from '@/db/schema/sellers';
import { getReturnParcel } from '@/lib/fulfilment';
import { publicId } from '@/lib/kernel/ids';
import { getRefundByCause } from '@/lib/payments';
import type { Executor } from '@/lib/platform/database';
import {
  isReturnOver,
  RETURN_STATUSES,
  type ReturnHistoryItem,
  type ReturnStatus,
  type ReturnSummary,
  type ReturnView,
} from './model';

const LONGEST_LIST = 100;

/** The returns of an order, oldest first. For whoever may read the order. */
export function listReturnsOfOrder(db: Executor, orderId: string): Promise<ReturnView[]> {
  return load(db, eq(returns.orderId, orderId), asc(returns.requestedAt));
}

/** A seller's returns in these states, newest first; `next` goes on where the page ended. */
export async function listReturnsOfSeller(
  db: Executor,
  sellerId: string,
  statuses: readonly ReturnStatus[],
  { limit, after }: { readonly limit: number; readonly after: string | null },
): Promise<{ readonly items: ReturnSummary[]; readonly next: string | null }> {
  const last = sql`(select requested_at, id from returns where id = ${after})`;
  const which = and(
    eq(returns.sellerId, sellerId),
    inArray(returns.status, [...statuses]),
    after === null ? undefined : sql`(${returns.requestedAt}, ${returns.id}) < ${last}`,
  );
  const found = await summarise(db, which, [desc(returns.requestedAt), desc(returns.id)], limit + 1);
  const items = found.slice(0, limit);
  return { items, next: found.length > limit ? (items.at(-1)?.returnId ?? null) : null };
}

/** How many of a seller's returns are not over. */
export function countOpenReturns(db: Executor, sellerId: string): Promise<number> {
  const open = RETURN_STATUSES.filter((status) => !isReturnOver(status));
  return db.$count(returns, and(eq(returns.sellerId, sellerId), inArray(returns.status, open)));
}

/** What the market has to rule on, the most urgent first. */
export function listEscalatedReturns(db: Executor): Promise<ReturnSummary[]> {
  return summarise(db, eq(returns.status, 'escalated'), [asc(returns.dueAt)], LONGEST_LIST);
}

/** One return; null when there is none, or it is another seller's. */
export async function getReturn(
  db: Executor,
  returnId: string,
  sellerId?: string,
): Promise<ReturnView | null> {
  const mine = sellerId === undefined ? undefined : eq(returns.sellerId, sellerId);
  const [found] = await load(db, and(eq(returns.id, returnId), mine), asc(returns.id));
  return found ?? null;
}

/** What lists show of returns; all the rest is read for one at a time. */
async function summarise(
  db: Executor,
  which: SQL | undefined,
  order: readonly SQL[],
  limit: number,
): Promise<ReturnSummary[]> {
  const rows = await db
    .select({
      returnId: returns.id,
      orderNumber: orders.number,
      buyerName: sql<string>`${orders.shippingAddress}->>'recipient'`,
      status: returns.status,
      requestedAt: returns.requestedAt,
      dueAt: returns.dueAt,
    })
    .from(returns)
    .innerJoin(orders, eq(orders.id, returns.orderId))
    .where(which)
    .orderBy(...order)
    .limit(limit);
  return rows.map(({ returnId, requestedAt, dueAt, ...row }) => ({
    ...row,
    returnId: publicId('ret', returnId),
    requestedAt: requestedAt.toISOString(),
    dueAt: dueAt?.toISOString() ?? null,
  }));
}

async function load(db: Executor, which: SQL | undefined, order: SQL): Promise<ReturnView[]> {
  const rows = await db
    .select({
      row: returns,
      number: orders.number,
      address: orders.shippingAddress,
      sellerName: sellers.name,
      label: returnLabels,
      exchange: returnExchanges,
    })
    .from(returns)
    .innerJoin(orders, eq(orders.id, returns.orderId))
    .innerJoin(sellers, eq(sellers.id, returns.sellerId))
    .leftJoin(returnLabels, eq(returnLabels.returnId, returns.id))
    .leftJoin(returnExchanges, eq(returnExchanges.returnId, returns.id))
    .where(which)
    .orderBy(order)
    .limit(LONGEST_LIST);
  if (rows.length === 0) return [];
  const ids = rows.map(({ row }) => row.id);
  const [lines, history, photos] = await Promise.all([
    db
      .select({ line: returnLines, title: orderLines.title })
      .from(returnLines)
      .innerJoin(orderLines, eq(orderLines.id, returnLines.orderLineId))
      .where(inArray(returnLines.returnId, ids)),
    db
      .select()
      .from(returnHistory)
      .where(inArray(returnHistory.returnId, ids))
      .orderBy(asc(returnHistory.id)),
    db
      .select()
      .from(returnPhotos)
      .where(and(inArray(returnPhotos.returnId, ids), isNotNull(returnPhotos.readyAt)))
      .orderBy(asc(returnPhotos.id)),
  ]);
  return Promise.all(
    rows.map(async ({ row, number, address, sellerName, label, exchange }) => ({
      returnId: publicId('ret', row.id),
      orderNumber: number,
      sellerOrderId: publicId('slo', row.sellerOrderId),
      sellerName,
      buyerName: address.recipient,
      status: row.status,
      version: row.version,
      reason: row.reason,
      note: row.note,
      byRight: row.byRight,
      sellerPaysShipping: row.sellerPaysShipping,
      dueAt: row.dueAt?.toISOString() ?? null,
      requestedAt: row.requestedAt.toISOString(),
      lines: lines
        .filter(({ line }) => line.returnId === row.id)
        .map(({ line, title }) => ({
          lineId: publicId('oln', line.orderLineId),
          title,
          quantity: line.quantity,
          restocked: line.restocked,
        })),
      exchange: exchange && { variant: exchange.variantLabel, refundedFor: exchange.refundedFor },
      history: history.filter(({ returnId }) => returnId === row.id).map(toItem),
      photos: photos
        .filter(({ returnId }) => returnId === row.id)
        .map((photo) => ({ photoId: publicId('pho', photo.id), by: photo.addedBy })),
      label: toLabel(label),
      parcel: await getReturnParcel(db, row.id),
      refunded: (await getRefundByCause(db, `return:${row.id}`))?.amount ?? null,
    })),
  );
}

function toLabel(label: typeof returnLabels.$inferSelect | null): ReturnView['label'] {
  if (!label || label.priceMinor === null) return null;
  return { price: { amountMinor: label.priceMinor, currency: label.currency } };
}

function toItem({ event, actor, words, occurredAt }: typeof returnHistory.$inferSelect): ReturnHistoryItem {
  const by = actor === 'customer' ? 'buyer' : actor.startsWith('seller:') ? 'seller' : 'market';
  return { event, by, words, at: occurredAt.toISOString() };
}
