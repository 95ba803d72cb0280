import { getOrderVersion } from '@/lib/orders';
import { getPaymentVersion } from '@/lib/payments';
import type { Executor } from '@/lib/platform/database';

/** Names the present state of an order and its payment: a page that shows another one is out of date. */
export async function getOrderState(db: Executor, orderId: string): Promise<string> {
  const [order, payment] = await Promise.all([getOrderVersion(db, orderId), getPaymentVersion(db, orderId)]);
  return `${order}-${payment}`;
}
