import { z } from 'zod';
import { SELLER_ORDER_STATUSES, type OrderView, type SellerOrderView } from '@/lib/orders/model';
import { money } from '../shared-shapes';

/** A row of a list of orders. */
export const orderSummary = z.object({
  id: z.string(),
  number: z.string(),
  status: z.enum(SELLER_ORDER_STATUSES),
  buyerName: z.string(),
  itemCount: z.int(),
  total: money,
  placedAt: z.iso.datetime(),
  promisedTo: z.iso.datetime(),
  isLate: z.boolean(),
});

const address = z.object({
  recipient: z.string(),
  line1: z.string(),
  line2: z.string(),
  city: z.string(),
  region: z.string(),
  postalCode: z.string(),
  country: z.string(),
  phone: z.string(),
});

const line = z.object({
  id: z.string(),
  productId: z.string(),
  sku: z.string(),
  title: z.string(),
  variant: z.string(),
  quantity: z.int(),
  cancelled: z.int(),
  toShip: z.int(),
  unitPrice: money,
  total: money,
});

/** A shop's part of an order, with all it takes to send it. */
export const orderResource = z.object({
  id: z.string(),
  number: z.string(),
  status: z.enum(SELLER_ORDER_STATUSES),
  version: z.int(),
  placedAt: z.iso.datetime(),
  promisedFrom: z.iso.datetime(),
  promisedTo: z.iso.datetime(),
  isLate: z.boolean(),
  cancelReason: z.string().nullable(),
  delivery: z.string(),
  address,
  lines: z.array(line),
  goods: money,
  discount: money,
  shipping: money,
  tax: money,
  taxMode: z.enum(['inclusive', 'exclusive']),
  total: money,
  commission: money,
  keeps: money,
});

export function toOrderResource({
  order,
  part,
}: {
  readonly order: OrderView;
  readonly part: SellerOrderView;
}): z.output<typeof orderResource> {
  return {
    id: part.sellerOrderId,
    number: order.number,
    status: part.status,
    version: part.version,
    placedAt: order.placedAt,
    promisedFrom: part.promisedFrom,
    promisedTo: part.promisedTo,
    isLate: part.isLate,
    cancelReason: part.cancelReason,
    delivery: part.deliveryCode,
    address: order.address,
    lines: part.lines.map((each) => ({
      id: each.lineId,
      productId: each.productId,
      sku: each.sellerSku,
      title: each.title,
      variant: each.variantLabel,
      quantity: each.quantity,
      cancelled: each.cancelled,
      toShip: each.toShip,
      unitPrice: each.unitPrice,
      total: each.total,
    })),
    goods: part.goods,
    discount: part.discount,
    shipping: part.shipping,
    tax: part.tax,
    taxMode: part.taxMode,
    total: part.total,
    commission: part.commission,
    keeps: part.keeps,
  };
}
