import { DEFAULT_LOCALE, isLocale, localePath, translator, type Locale, type Translator } from '@/lib/i18n';
import { publicId } from '@/lib/kernel/ids';
import { getOrder, getOrderHead, guestOrderToken } from '@/lib/orders';
import type { OrderView, SellerOrderView } from '@/lib/orders/model';
import type { Executor } from '@/lib/platform/database';
import { env } from '@/lib/platform/env';

/** An order, and how to speak to whoever placed it. */
export type OrderRecipient = {
  readonly order: OrderView;
  readonly to: string;
  readonly locale: Locale;
  readonly t: Translator<'mail'>;
  /** The order's page; a guest's link opens it without signing in. */
  readonly url: string;
};

export async function findRecipient(db: Executor, orderId: string): Promise<OrderRecipient> {
  const head = await getOrderHead(db, orderId);
  const order = head && (await getOrder(db, head.number, 'staff'));
  if (!head || !order) throw new Error(`Order ${orderId} does not exist`);
  const locale = isLocale(head.locale) ? head.locale : DEFAULT_LOCALE;
  const path = localePath(locale, `/orders/${head.number}`);
  const key = head.isGuest ? `?key=${guestOrderToken(orderId)}` : '';
  return {
    order,
    to: head.email,
    locale,
    t: translator(locale, 'mail'),
    url: `${env().APP_URL}${path}${key}`,
  };
}

/** One seller's part of the order; throws when there is none, since events name only what exists. */
export function requirePart(order: OrderView, sellerOrderId: string): SellerOrderView {
  const part = order.sellerOrders.find((each) => each.sellerOrderId === publicId('slo', sellerOrderId));
  if (!part) throw new Error(`Order ${order.number} has no part ${sellerOrderId}`);
  return part;
}
