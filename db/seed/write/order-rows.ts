import type { shipmentLines, shipments } from '@/db/schema/fulfilment';
import type { reservations } from '@/db/schema/inventory';
import type { orderHistory, orderLines, orders, sellerOrders, OrderHistoryEvent } from '@/db/schema/orders';
import type { payments, refundLines, refunds } from '@/db/schema/payments';
import { DEFAULT_MARKET } from '@/lib/kernel/market';
import { sumMinor } from '@/lib/kernel/money';
import { refundPostings, salePostings, type LineMoney, type NewEntry } from '@/lib/ledger';
import { toPicture } from '@/lib/media/model';
import { storePicture } from '@/lib/orders';
import { plannedPicture } from '../artwork/recipe';
import type { SeedItem, SeedOrder, SeedPart } from '../market/make-orders';
import { seedIdAt } from '../random';
import { orderNumber } from './order-labels';
import { parcelRow } from './parcel-row';
import type { Buyer } from './write-people';
import { sellerIdOf } from './write-sellers';

const HOUR_MS = 3600 * 1000;
const DAY_MS = 24 * HOUR_MS;

const CANCEL_REASON = 'The last piece was damaged when we packed it. We are sorry.';

/** Everything paid orders are made of, table by table. */
export type OrderRows = {
  readonly orders: (typeof orders.$inferInsert)[];
  readonly parts: (typeof sellerOrders.$inferInsert)[];
  readonly lines: (typeof orderLines.$inferInsert)[];
  readonly shipments: (typeof shipments.$inferInsert)[];
  readonly shipmentLines: (typeof shipmentLines.$inferInsert)[];
  readonly history: (typeof orderHistory.$inferInsert)[];
  readonly payments: (typeof payments.$inferInsert)[];
  readonly refunds: (typeof refunds.$inferInsert)[];
  readonly refundLines: (typeof refundLines.$inferInsert)[];
  readonly reservations: (typeof reservations.$inferInsert)[];
  readonly entries: NewEntry[];
};

export function orderRows(seeds: readonly SeedOrder[], buyers: readonly Buyer[]): OrderRows {
  const rows: OrderRows = {
    orders: [],
    parts: [],
    lines: [],
    shipments: [],
    shipmentLines: [],
    history: [],
    payments: [],
    refunds: [],
    refundLines: [],
    reservations: [],
    entries: [],
  };
  for (const seed of seeds) addOrder(rows, seed, buyers);
  return rows;
}

function addOrder(rows: OrderRows, seed: SeedOrder, buyers: readonly Buyer[]): void {
  const buyer = buyers[seed.buyer];
  if (!buyer) throw new Error(`Order ${seed.serial} has no buyer`);
  const name = `order ${seed.serial}`;
  const { placedAt, quote } = seed;
  const orderId = seedIdAt(name, placedAt);
  const paidAt = new Date(placedAt.getTime() + 60_000);
  const allCancelled = seed.parts.every((part) => part.status === 'cancelled');
  const { goodsMinor, discountMinor, shippingMinor, taxMode, taxMinor, totalMinor } = quote;
  rows.orders.push({
    id: orderId,
    number: orderNumber(name),
    customerId: buyer.customerId,
    email: buyer.email,
    status: allCancelled ? 'cancelled' : 'paid',
    locale: 'en',
    market: DEFAULT_MARKET.code,
    currency: quote.currency,
    goodsMinor,
    discountMinor,
    shippingMinor,
    taxMode,
    taxMinor,
    totalMinor,
    shippingAddress: buyer.address,
    placedAt,
    paidAt,
    cancelledAt: allCancelled ? paidAt : null,
  });
  const paymentId = seedIdAt(`payment ${name}`, placedAt);
  const tell = (event: OrderHistoryEvent, occurredAt: Date, sellerOrderId?: string) =>
    rows.history.push({
      id: seedIdAt(`${name} ${event} ${sellerOrderId ?? ''}`, occurredAt),
      orderId,
      sellerOrderId,
      event,
      actor: 'system',
      occurredAt,
    });
  tell('order.placed', placedAt);
  tell('order.paid', paidAt);

  const sold: LineMoney[] = [];
  for (const [index, part] of seed.parts.entries()) {
    const lines = addPart(rows, seed, part, index, orderId, tell);
    sold.push(...lines);
    if (part.status === 'cancelled')
      addRefund(rows, seed, lines, { orderId, paymentId, customerId: buyer.customerId }, index);
  }
  const refundedMinor = sumMinor(
    rows.refunds.filter((refund) => refund.paymentId === paymentId).map((refund) => refund.amountMinor),
  );
  rows.payments.push({
    id: paymentId,
    orderId,
    status: 'captured',
    currency: quote.currency,
    amountMinor: totalMinor,
    capturedMinor: totalMinor,
    refundedMinor,
    method: 'Visa •••• 4242',
    createdAt: placedAt,
    capturedAt: paidAt,
  });
  // The sale comes before what was refunded of it.
  const refundsOfOrder = rows.entries.splice(rows.entries.length - seed.parts.filter(isCancelled).length);
  rows.entries.push(
    {
      kind: 'sale',
      reference: `payment:${paymentId}`,
      orderId,
      currency: quote.currency,
      postings: salePostings(sold),
      postedAt: paidAt,
    },
    ...refundsOfOrder,
  );
}

function isCancelled(part: SeedPart): boolean {
  return part.status === 'cancelled';
}

type Tell = (event: OrderHistoryEvent, occurredAt: Date, sellerOrderId?: string) => void;

function addPart(
  rows: OrderRows,
  seed: SeedOrder,
  part: SeedPart,
  index: number,
  orderId: string,
  tell: Tell,
): LineMoney[] {
  const quoted = seed.quote.sellers[index];
  if (!quoted) throw new Error(`Order ${seed.serial} has a part that was not quoted`);
  const { lines, sellerId: sellerName, ...amounts } = quoted;
  const partId = seedIdAt(`order ${seed.serial} part ${index}`, seed.placedAt);
  const sellerId = sellerIdOf(sellerName);
  const acceptedAt = new Date(seed.placedAt.getTime() + 3 * HOUR_MS);
  const shippedAt = new Date(
    Math.min(part.promisedFrom.getTime() - DAY_MS, seed.placedAt.getTime() + 2 * DAY_MS),
  );
  const shipmentId = seedIdAt(`shipment ${partId}`, shippedAt);
  const reached = (...statuses: SeedPart['status'][]) => statuses.includes(part.status);

  rows.parts.push({
    ...amounts,
    id: partId,
    orderId,
    sellerId,
    status: part.status,
    currency: seed.quote.currency,
    deliveryCode: 'standard',
    shipBy: part.shipBy,
    promisedFrom: part.promisedFrom,
    promisedTo: part.promisedTo,
    placedAt: seed.placedAt,
    acceptedAt: reached('to_ship', 'shipped', 'delivered') ? acceptedAt : null,
    shippedAt: reached('shipped', 'delivered') ? shippedAt : null,
    deliveredAt: reached('delivered') ? part.promisedTo : null,
    cancelledAt: reached('cancelled') ? acceptedAt : null,
    cancelReason: reached('cancelled') ? CANCEL_REASON : null,
  });
  if (reached('to_ship', 'shipped', 'delivered')) tell('seller_order.accepted', acceptedAt, partId);
  if (reached('shipped', 'delivered')) {
    tell('seller_order.shipped', shippedAt, partId);
    const deliveredAt = reached('delivered') ? part.promisedTo : null;
    rows.shipments.push(parcelRow({ shipmentId, orderId, partId, sellerId, shippedAt, deliveredAt }));
  }
  if (reached('delivered')) tell('seller_order.delivered', part.promisedTo, partId);
  if (reached('cancelled')) tell('seller_order.cancelled', acceptedAt, partId);

  return lines.map((line, position): LineMoney => {
    const item = seed.items.get(line.offerId);
    if (!item) throw new Error(`Order ${seed.serial} has a line that nobody put in`);
    const orderLineId = seedIdAt(`line ${partId} ${position}`, seed.placedAt);
    const { commission, sellerId: _name, ...money } = line;
    rows.lines.push({
      ...money,
      ...snapshotOf(item),
      id: orderLineId,
      orderId,
      sellerOrderId: partId,
      sellerId,
      currency: seed.quote.currency,
      commissionBasisPoints: commission.basisPoints,
      commissionMinor: commission.amountMinor,
      commissionRule: commission.rule,
      position: index * 10 + position,
      shippedQuantity: reached('shipped', 'delivered') ? line.quantity : 0,
      cancelledQuantity: reached('cancelled') ? line.quantity : 0,
    });
    if (reached('shipped', 'delivered')) {
      rows.shipmentLines.push({ shipmentId, orderLineId, quantity: line.quantity });
    }
    if (reached('to_accept', 'to_ship')) {
      rows.reservations.push({
        id: seedIdAt(`reservation ${orderLineId}`, seed.placedAt),
        orderId,
        orderLineId,
        offerId: line.offerId,
        quantity: line.quantity,
        status: 'allocated',
        expiresAt: seed.placedAt,
        createdAt: seed.placedAt,
      });
    }
    return {
      orderLineId,
      sellerOrderId: partId,
      sellerId,
      totalMinor: line.totalMinor,
      // Demo buyers live where prices contain tax.
      addedTaxMinor: 0,
      creditMinor: 0,
      marketDiscountMinor: 0,
      commissionMinor: commission.amountMinor,
    };
  });
}

function addRefund(
  rows: OrderRows,
  seed: SeedOrder,
  lines: readonly LineMoney[],
  of: { readonly orderId: string; readonly paymentId: string; readonly customerId: string },
  index: number,
): void {
  const { orderId, paymentId, customerId } = of;
  const at = new Date(seed.placedAt.getTime() + 4 * HOUR_MS);
  const refundId = seedIdAt(`refund ${seed.serial} ${index}`, at);
  rows.refunds.push({
    id: refundId,
    paymentId,
    orderId,
    sellerOrderId: lines[0]?.sellerOrderId,
    status: 'succeeded',
    currency: seed.quote.currency,
    amountMinor: sumMinor(lines.map((line) => line.totalMinor)),
    reason: CANCEL_REASON,
    createdAt: at,
  });
  const quoted = seed.quote.sellers[index]?.lines ?? [];
  rows.refundLines.push(
    ...lines.map((line, position) => ({
      refundId,
      orderLineId: line.orderLineId,
      quantity: quoted[position]?.quantity ?? 1,
      amountMinor: line.totalMinor,
      taxMinor: quoted[position]?.taxMinor ?? 0,
      marketDiscountMinor: line.marketDiscountMinor,
      commissionMinor: line.commissionMinor,
    })),
  );
  rows.entries.push({
    kind: 'refund',
    reference: `refund:${refundId}`,
    orderId,
    currency: seed.quote.currency,
    postings: refundPostings(lines, customerId),
    postedAt: at,
  });
}

function snapshotOf({ product, variant, offer }: SeedItem) {
  const picture = product.pictures[variant.picture] ?? product.pictures[0];
  const planned = picture && plannedPicture(picture.recipe);
  return {
    offerId: offer.id,
    variantId: variant.id,
    productId: product.id,
    productRevision: 1,
    title: product.title,
    variantLabel: Object.values(variant.options).join(', '),
    sellerSku: offer.sku,
    imageKey: planned ? storePicture(toPicture({ ...planned, alt: product.title, blur: null })) : null,
  };
}
