import { orderHistory, orderLines, orders, sellerOrders, type AddressSnapshot } from '@/db/schema/orders';
import { newId } from '@/lib/kernel/ids';
import type { Currency } from '@/lib/kernel/money';
import type { TaxMode } from '@/lib/pricing';
import { emitEvent } from '@/lib/platform/outbox';
import type { Transaction } from '@/lib/platform/database';
import { insertRows, rowsFor } from '@/lib/platform/insert-rows';
import { orderPlaced } from './events';
import { guestOrderToken, hashGuestOrderToken } from './guest-link';
import { newOrderNumber } from './order-number';

type Amounts = {
  readonly goodsMinor: number;
  readonly discountMinor: number;
  readonly shippingMinor: number;
  readonly taxMode: TaxMode;
  readonly taxMinor: number;
  readonly totalMinor: number;
  /** What of the total store credit pays. */
  readonly creditMinor: number;
};

export type NewOrderLine = Omit<
  typeof orderLines.$inferInsert,
  'id' | 'orderId' | 'sellerOrderId' | 'sellerId' | 'currency' | 'position' | 'cancelledQuantity'
>;

export type NewSellerOrder = Amounts & {
  readonly sellerId: string;
  readonly commissionMinor: number;
  readonly deliveryCode: string;
  readonly shipBy: Date;
  readonly promisedFrom: Date;
  readonly promisedTo: Date;
  readonly lines: readonly NewOrderLine[];
};

export type NewOrder = Amounts & {
  readonly customerId: string;
  readonly email: string;
  /** A guest's order opens by its link. */
  readonly isGuest: boolean;
  readonly locale: string;
  readonly market: string;
  readonly currency: Currency;
  readonly address: AddressSnapshot;
  readonly placedAt: Date;
  readonly sellerOrders: readonly NewSellerOrder[];
};

export type InsertedOrder = {
  readonly number: string;
  readonly lines: readonly {
    readonly orderLineId: string;
    readonly offerId: string;
    readonly quantity: number;
  }[];
};

/** Writes an order with its parts and lines, awaiting payment, and tells that it was placed. */
export async function insertOrder(tx: Transaction, orderId: string, order: NewOrder): Promise<InsertedOrder> {
  const number = newOrderNumber();
  const { address, isGuest, sellerOrders: parts, ...columns } = order;
  const numbered = parts.map((part) => ({ ...part, id: newId() }));
  const lines = numbered
    .flatMap((part) =>
      part.lines.map((line) => ({ ...line, sellerOrderId: part.id, sellerId: part.sellerId })),
    )
    .map((line, position) => ({ ...line, id: newId(), orderId, position, currency: order.currency }));
  const head = {
    ...columns,
    id: orderId,
    number,
    shippingAddress: address,
    guestTokenHash: isGuest ? hashGuestOrderToken(guestOrderToken(orderId)) : null,
  };
  await insertRows(
    tx,
    rowsFor(orders, [head]),
    rowsFor(
      sellerOrders,
      numbered.map(({ lines: _lines, ...part }) => ({
        ...part,
        orderId,
        currency: order.currency,
        placedAt: order.placedAt,
      })),
    ),
    rowsFor(orderLines, lines),
    rowsFor(orderHistory, [{ orderId, event: orderPlaced.name, actor: 'customer' }]),
  );
  await emitEvent(tx, orderPlaced, {
    aggregateId: orderId,
    aggregateVersion: 1,
    payload: { orderId, number },
  });
  return {
    number,
    lines: lines.map((line) => ({ orderLineId: line.id, offerId: line.offerId, quantity: line.quantity })),
  };
}
