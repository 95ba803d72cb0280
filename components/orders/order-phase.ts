import type { OrderView, SellerOrderStatus, SellerOrderView } from '@/lib/orders/model';
import type { PaymentView } from '@/lib/payments/model';
import { isReturnUnderWay, type ReturnView } from '@/lib/returns/model';

/** Where an order as a whole stands, as its page says it first. */
export type OrderPhase =
  | 'pending'
  | 'processing'
  | 'paid'
  | 'shipped'
  | 'delivered'
  | 'cancelled'
  | 'expired'
  | 'soldOut'
  | 'calledOff';

export function orderPhase(order: OrderView, payment: PaymentView | null): OrderPhase {
  if (order.status === 'pending_payment') return payment?.status === 'processing' ? 'processing' : 'pending';
  if (order.status === 'cancelled') return whyEnded(order);
  const open = order.sellerOrders.filter(({ status }) => status !== 'cancelled');
  if (open.every(({ status }) => status === 'delivered')) return 'delivered';
  return open.some(({ status }) => hasLeft(status)) ? 'shipped' : 'paid';
}

/** Whether anything can still change that its buyer would want to see at once. */
export function isMoving(
  phase: OrderPhase,
  payment: PaymentView | null,
  returns: readonly ReturnView[],
): boolean {
  const refunding =
    payment?.refunds.some(({ status }) => status === 'requested' || status === 'pending') ?? false;
  const returning = returns.some(({ status }) => isReturnUnderWay(status));
  return refunding || returning || ['pending', 'processing', 'paid', 'shipped'].includes(phase);
}

function hasLeft(status: SellerOrderStatus): boolean {
  return status === 'partly_shipped' || status === 'shipped' || status === 'delivered';
}

/** A buyer may call off what has not been sent. */
export function isCancellable(order: OrderView): boolean {
  if (order.status === 'cancelled') return false;
  return order.sellerOrders.some(({ status }) =>
    ['pending_payment', 'to_accept', 'to_ship'].includes(status),
  );
}

/** Some pieces of a paid part, when it has more than one left to call off. */
export function isPartlyCancellable({ status, lines }: SellerOrderView): boolean {
  const open = lines.reduce((sum, { toShip }) => sum + toShip, 0);
  return (status === 'to_accept' || status === 'to_ship') && open > 1;
}

function whyEnded(order: OrderView): OrderPhase {
  const ended = order.history.findLast(({ event }) => event === 'order.cancelled');
  if (!ended) return 'cancelled';
  if (ended.detail.reason === 'payment_expired') return 'expired';
  return ended.detail.reason === 'sold_out' ? 'soldOut' : 'calledOff';
}
