import { and, asc, eq, inArray, ne, or, sql } from 'drizzle-orm';
import { orderHistory, orderLines, orders, sellerOrders } from '@/db/schema/orders';
import { products } from '@/db/schema/catalog';
import { sellers } from '@/db/schema/sellers';
import { publicId } from '@/lib/kernel/ids';
import { sumMinor, type Money } from '@/lib/kernel/money';
import type { Executor } from '@/lib/platform/database';
import { hashGuestOrderToken } from './guest-link';
import type { OrderHistoryItem, OrderLineView, OrderView, SellerOrderView } from './model';
import { openLine } from './open-quantities';
import { storedPicture } from './stored-picture';

/** Who may read an order: its customer, whoever holds a guest's link, or staff. Sellers read their own part. */
export type OrderReader =
  'staff' | { readonly customerId?: string | null; readonly guestToken?: string | null };

type OrderRow = typeof orders.$inferSelect;
type LineRow = typeof orderLines.$inferSelect;
type PartRow = typeof sellerOrders.$inferSelect & { sellerName: string; sellerSlug: string };

/** The whole story of an order, or null when there is none for this reader. */
export async function getOrder(db: Executor, number: string, reader: OrderReader): Promise<OrderView | null> {
  const [order] = await db
    .select()
    .from(orders)
    .where(and(eq(orders.number, number), readableBy(reader)));
  if (!order) return null;
  const [parts, history] = await Promise.all([
    loadParts(db, eq(sellerOrders.orderId, order.id)),
    db.select().from(orderHistory).where(eq(orderHistory.orderId, order.id)).orderBy(asc(orderHistory.id)),
  ]);
  return toOrderView(order, parts, history.map(toHistoryItem));
}

/** What paying and telling about an order needs to know of it. Not bound to a reader: for the market itself. */
export async function getOrderHead(db: Executor, orderId: string) {
  const [row] = await db
    .select({
      orderId: orders.id,
      number: orders.number,
      status: orders.status,
      customerId: orders.customerId,
      email: orders.email,
      locale: orders.locale,
      isGuest: sql<boolean>`${orders.guestTokenHash} is not null`,
    })
    .from(orders)
    .where(eq(orders.id, orderId));
  return row ?? null;
}

/** The internal id of an order this reader may act on. */
export async function findOrderId(db: Executor, number: string, reader: OrderReader): Promise<string | null> {
  const [row] = await db
    .select({ id: orders.id })
    .from(orders)
    .where(and(eq(orders.number, number), readableBy(reader)));
  return row?.id ?? null;
}

/** One seller's part, with the address its parcel goes to; null for another seller's or an unpaid one. */
export async function getSellerOrder(
  db: Executor,
  sellerId: string,
  sellerOrderId: string,
): Promise<{ readonly order: OrderView; readonly part: SellerOrderView } | null> {
  const mine = and(
    eq(sellerOrders.id, sellerOrderId),
    eq(sellerOrders.sellerId, sellerId),
    ne(sellerOrders.status, 'pending_payment'),
  );
  const [part] = await loadParts(db, mine);
  if (!part) return null;
  const [order] = await db
    .select()
    .from(orders)
    .innerJoin(sellerOrders, eq(sellerOrders.orderId, orders.id))
    .where(mine);
  if (!order) return null;
  const history = await db
    .select()
    .from(orderHistory)
    .where(
      and(
        eq(orderHistory.orderId, order.orders.id),
        or(eq(orderHistory.sellerOrderId, sellerOrderId), sql`${orderHistory.sellerOrderId} is null`),
      ),
    )
    .orderBy(asc(orderHistory.id));
  return { order: toOrderView(order.orders, [part], history.map(toHistoryItem)), part };
}

/** The order of that number, if it was placed under that address; case does not matter. */
export async function findOrderIdByEmail(
  db: Executor,
  number: string,
  email: string,
): Promise<string | null> {
  const [row] = await db
    .select({ id: orders.id })
    .from(orders)
    .where(and(eq(orders.number, number), eq(orders.email, email)));
  return row?.id ?? null;
}

function readableBy(reader: OrderReader) {
  if (reader === 'staff') return undefined;
  const { customerId, guestToken } = reader;
  const proofs = [
    customerId ? eq(orders.customerId, customerId) : undefined,
    guestToken ? eq(orders.guestTokenHash, hashGuestOrderToken(guestToken)) : undefined,
  ].filter((proof) => proof !== undefined);
  return proofs.length > 0 ? or(...proofs) : sql`false`;
}

async function loadParts(db: Executor, which: ReturnType<typeof and>): Promise<SellerOrderView[]> {
  const parts = await db
    .select({ part: sellerOrders, sellerName: sellers.name, sellerSlug: sellers.slug })
    .from(sellerOrders)
    .innerJoin(sellers, eq(sellers.id, sellerOrders.sellerId))
    .where(which)
    .orderBy(asc(sellerOrders.id));
  if (parts.length === 0) return [];
  const ids = parts.map(({ part }) => part.id);
  const lines = await db
    .select({ line: orderLines, slug: products.slug })
    .from(orderLines)
    .leftJoin(products, eq(products.id, orderLines.productId))
    .where(inArray(orderLines.sellerOrderId, ids))
    .orderBy(asc(orderLines.position));
  return parts.map(({ part, ...seller }) =>
    toPartView(
      { ...part, ...seller },
      lines.filter(({ line }) => line.sellerOrderId === part.id),
    ),
  );
}

function toLineView(line: LineRow, slug: string | null): OrderLineView {
  const { open, packed } = openLine(line);
  return {
    lineId: publicId('oln', line.id),
    productId: publicId('prd', line.productId),
    title: line.title,
    variantLabel: line.variantLabel,
    sellerSku: line.sellerSku,
    image: storedPicture(line.imageKey, line.title),
    productSlug: slug,
    quantity: line.quantity,
    cancelled: line.cancelledQuantity,
    toShip: open,
    packed,
    unitPrice: { amountMinor: line.unitPriceMinor, currency: line.currency },
    total: {
      amountMinor: line.goodsMinor - line.sellerDiscountMinor - line.marketDiscountMinor,
      currency: line.currency,
    },
  };
}

function toPartView(
  part: PartRow,
  lines: readonly { line: LineRow; slug: string | null }[],
): SellerOrderView {
  const money = (amountMinor: number): Money => ({ amountMinor, currency: part.currency });
  return {
    sellerOrderId: publicId('slo', part.id),
    sellerId: publicId('sel', part.sellerId),
    sellerName: part.sellerName,
    sellerSlug: part.sellerSlug,
    status: part.status,
    version: part.version,
    lines: lines.map(({ line, slug }) => toLineView(line, slug)),
    goods: money(part.goodsMinor),
    discount: money(part.discountMinor),
    shipping: money(part.shippingMinor),
    taxMode: part.taxMode,
    tax: money(part.taxMinor),
    total: money(part.totalMinor),
    commission: money(part.commissionMinor),
    keeps: money(
      part.totalMinor -
        (part.taxMode === 'exclusive' ? part.taxMinor : 0) +
        sumMinor(lines.map(({ line }) => line.marketDiscountMinor)) -
        part.commissionMinor,
    ),
    deliveryCode: part.deliveryCode,
    promisedFrom: part.promisedFrom.toISOString(),
    promisedTo: part.promisedTo.toISOString(),
    cancelReason: part.cancelReason,
    isLate: part.lateToldAt !== null && part.status !== 'delivered' && part.status !== 'cancelled',
  };
}

function toOrderView(
  order: OrderRow,
  parts: readonly SellerOrderView[],
  history: readonly OrderHistoryItem[],
): OrderView {
  const money = (amountMinor: number): Money => ({ amountMinor, currency: order.currency });
  return {
    orderId: publicId('ord', order.id),
    number: order.number,
    status: order.status,
    email: order.email,
    placedAt: order.placedAt.toISOString(),
    address: order.shippingAddress,
    goods: money(order.goodsMinor),
    discount: money(order.discountMinor),
    shipping: money(order.shippingMinor),
    taxMode: order.taxMode,
    tax: money(order.taxMinor),
    total: money(order.totalMinor),
    credit: money(order.creditMinor),
    sellerOrders: parts,
    history,
  };
}

function toHistoryItem(row: typeof orderHistory.$inferSelect): OrderHistoryItem {
  return {
    event: row.event,
    sellerOrderId: row.sellerOrderId === null ? null : publicId('slo', row.sellerOrderId),
    detail: row.detail,
    occurredAt: row.occurredAt.toISOString(),
  };
}

/** What a part was sold under, for whoever sends it. Throws when there is no such part. */
export async function getTermsOfPart(
  db: Executor,
  sellerOrderId: string,
): Promise<{ readonly deliveryCode: string; readonly paidAt: Date | null }> {
  const [terms] = await db
    .select({ deliveryCode: sellerOrders.deliveryCode, paidAt: orders.paidAt })
    .from(sellerOrders)
    .innerJoin(orders, eq(orders.id, sellerOrders.orderId))
    .where(eq(sellerOrders.id, sellerOrderId));
  if (!terms) throw new Error(`Seller order ${sellerOrderId} does not exist`);
  return terms;
}

/** What was ordered, for putting it into a basket again. */
export async function listOrderedOffers(
  db: Executor,
  orderId: string,
): Promise<{ readonly offerId: string; readonly quantity: number }[]> {
  return db
    .select({ offerId: orderLines.offerId, quantity: orderLines.quantity })
    .from(orderLines)
    .where(eq(orderLines.orderId, orderId))
    .orderBy(asc(orderLines.position));
}

/** The numbers of these orders, by id. */
export async function getOrderNumbers(
  db: Executor,
  orderIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (orderIds.length === 0) return new Map();
  const rows = await db
    .select({ id: orders.id, number: orders.number })
    .from(orders)
    .where(inArray(orders.id, [...orderIds]));
  return new Map(rows.map(({ id, number }) => [id, number]));
}

/** The numbers of the orders that these seller orders are part of, by the seller order's id. */
export async function getNumbersOfParts(
  db: Executor,
  sellerOrderIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (sellerOrderIds.length === 0) return new Map();
  const rows = await db
    .select({ id: sellerOrders.id, number: orders.number })
    .from(sellerOrders)
    .innerJoin(orders, eq(orders.id, sellerOrders.orderId))
    .where(inArray(sellerOrders.id, [...sellerOrderIds]));
  return new Map(rows.map(({ id, number }) => [id, number]));
}
