import { ok, refuse, type Result } from '@/lib/kernel/result';
import type { OrderStatus, SellerOrderStatus } from './model';

/** state × event -> state. What is not here is refused. */
export type OrderEvent = 'pay' | 'cancel';

export const ORDER_TRANSITIONS: Readonly<Record<OrderStatus, Partial<Record<OrderEvent, OrderStatus>>>> = {
  pending_payment: { pay: 'paid', cancel: 'cancelled' },
  paid: { cancel: 'cancelled' },
  cancelled: {},
};

/**
 * `ship_some` and `cancel_some` leave something to send; `ship` leaves nothing: what is not cancelled has left.
 * `cancel` ends a part of which nothing has left.
 */
export type SellerOrderEvent = 'pay' | 'accept' | 'ship_some' | 'ship' | 'deliver' | 'cancel_some' | 'cancel';

export const SELLER_ORDER_TRANSITIONS: Readonly<
  Record<SellerOrderStatus, Partial<Record<SellerOrderEvent, SellerOrderStatus>>>
> = {
  pending_payment: { pay: 'to_accept', cancel: 'cancelled' },
  to_accept: { accept: 'to_ship', cancel_some: 'to_accept', cancel: 'cancelled' },
  to_ship: { ship_some: 'partly_shipped', ship: 'shipped', cancel_some: 'to_ship', cancel: 'cancelled' },
  partly_shipped: { ship_some: 'partly_shipped', ship: 'shipped', cancel_some: 'partly_shipped' },
  shipped: { deliver: 'delivered' },
  delivered: {},
  cancelled: {},
};

export function nextOrderStatus(
  status: OrderStatus,
  event: OrderEvent,
): Result<OrderStatus, 'illegal_transition'> {
  const next = ORDER_TRANSITIONS[status][event];
  return next ? ok(next) : refuse('illegal_transition', { status, event });
}

export function nextSellerOrderStatus(
  status: SellerOrderStatus,
  event: SellerOrderEvent,
): Result<SellerOrderStatus, 'illegal_transition'> {
  const next = SELLER_ORDER_TRANSITIONS[status][event];
  return next ? ok(next) : refuse('illegal_transition', { status, event });
}
