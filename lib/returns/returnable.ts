import { and, eq, inArray, ne, sql } from 'drizzle-orm';
import { categories, products } from '@/db/schema/catalog';
import { orderLines, orders, sellerOrders } from '@/db/schema/orders';
import { returnLines, returns } from '@/db/schema/returns';
import { sellers } from '@/db/schema/sellers';
import { publicId } from '@/lib/kernel/ids';
import type { Executor } from '@/lib/platform/database';
import { listExchanges } from './exchange';
import type { Returnable, ReturnReason } from './model';
import { returnTerms, type ReturnTerms } from './return-window';

/** What of a seller order could be given back, line by line, and on what terms. */
export type ReturnablePart = {
  readonly sellerId: string;
  readonly deliveredAt: Date | null;
  readonly lines: ReadonlyMap<string, { readonly left: number }>;
  readonly termsOf: (orderLineId: string, reason: ReturnReason, now: Date) => ReturnTerms;
};

/** Null when the order has no such part. */
export async function loadReturnable(
  db: Executor,
  { orderId, sellerOrderId }: { readonly orderId: string; readonly sellerOrderId: string },
): Promise<ReturnablePart | null> {
  const [part] = await db
    .select({
      sellerId: sellerOrders.sellerId,
      status: sellerOrders.status,
      deliveredAt: sellerOrders.deliveredAt,
      address: orders.shippingAddress,
      sellerDays: sellers.returnDays,
    })
    .from(sellerOrders)
    .innerJoin(orders, eq(orders.id, sellerOrders.orderId))
    .innerJoin(sellers, eq(sellers.id, sellerOrders.sellerId))
    .where(and(eq(sellerOrders.id, sellerOrderId), eq(sellerOrders.orderId, orderId)));
  if (!part) return null;
  const rows = await db
    .select({ id: orderLines.id, shipped: orderLines.shippedQuantity, path: categories.path })
    .from(orderLines)
    .leftJoin(products, eq(products.id, orderLines.productId))
    .leftJoin(categories, eq(categories.id, products.categoryId))
    .where(eq(orderLines.sellerOrderId, sellerOrderId));
  const returning = await piecesInReturns(
    db,
    rows.map(({ id }) => id),
  );
  const deliveredAt = part.status === 'delivered' ? part.deliveredAt : null;
  return {
    sellerId: part.sellerId,
    deliveredAt,
    lines: new Map(rows.map(({ id, shipped }) => [id, { left: shipped - (returning.get(id) ?? 0) }])),
    termsOf: (orderLineId, reason, now) =>
      returnTerms({
        deliveredAt: deliveredAt ?? now,
        now,
        reason,
        country: part.address.country,
        department: rows.find(({ id }) => id === orderLineId)?.path?.split('/')[0] ?? '',
        sellerDays: part.sellerDays,
      }),
  };
}

/** What a buyer may still give back of a part, for one reason or another; null when there is nothing. */
export async function getReturnable(
  db: Executor,
  subject: { readonly orderId: string; readonly sellerOrderId: string },
  now: Date,
): Promise<Returnable | null> {
  const part = await loadReturnable(db, subject);
  if (!part?.deliveredAt) return null;
  const open = [...part.lines].filter(
    ([id, { left }]) => left > 0 && part.termsOf(id, 'faulty', now).until >= now,
  );
  if (open.length === 0) return null;
  const exchanges = await listExchanges(
    db,
    open.map(([id]) => id),
  );
  const terms = open.map(([id]) => part.termsOf(id, 'changed_mind', now));
  const until = new Date(Math.min(...terms.map((each) => each.until.getTime())));
  return {
    sellerOrderId: publicId('slo', subject.sellerOrderId),
    until: until < now ? null : until.toISOString(),
    byRight: terms.every(({ byRight }) => byRight),
    lines: open.map(([id, { left }]) => ({
      lineId: publicId('oln', id),
      quantity: left,
      exchanges: (exchanges.get(id) ?? []).map(({ offerId, variantLabel }) => ({
        offerId: publicId('off', offerId),
        variant: variantLabel,
      })),
    })),
  };
}

/** A piece is in one return, unless that was called off: what was declined is disputed, not asked for again. */
async function piecesInReturns(db: Executor, lineIds: readonly string[]): Promise<Map<string, number>> {
  const rows = await db
    .select({ id: returnLines.orderLineId, quantity: sql<number>`sum(${returnLines.quantity})::int` })
    .from(returnLines)
    .innerJoin(returns, eq(returns.id, returnLines.returnId))
    .where(and(inArray(returnLines.orderLineId, [...lineIds]), ne(returns.status, 'cancelled')))
    .groupBy(returnLines.orderLineId);
  return new Map(rows.map(({ id, quantity }) => [id, quantity]));
}
