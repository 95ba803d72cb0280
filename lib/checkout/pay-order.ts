import { getBillingCustomer, rememberProviderCustomer } from '@/lib/customers';
import { refuse, ok, type Result } from '@/lib/kernel/result';
import { getOrderHead } from '@/lib/orders';
import { createProviderCustomer, getPaymentOfOrder, startPayment } from '@/lib/payments';
import type { Database } from '@/lib/platform/database';

export type PaymentSession = { readonly orderNumber: string; readonly clientSecret: string };

/**
 * Opens, or reopens, the payment of an order that waits for it: after placing it, after a declined card, after
 * the app was closed. Network calls only, no transaction is open.
 */
export async function openPayment(
  db: Database,
  orderId: string,
  /** Whether to keep the card; left out, it stays as it was asked for before. */
  options: { readonly saveCard?: boolean } = {},
): Promise<Result<PaymentSession, 'not_found' | 'payment_already_made' | 'quote_expired'>> {
  const order = await getOrderHead(db, orderId);
  const payment = await getPaymentOfOrder(db, orderId);
  if (!order || !payment) return refuse('not_found');
  if (order.status === 'paid') return refuse('payment_already_made');
  if (order.status === 'cancelled') return refuse('quote_expired');
  const { clientSecret } = await startPayment(db, {
    paymentId: payment.id,
    orderNumber: order.number,
    email: order.email,
    stripeCustomerId: await providerCustomer(db, order, options.saveCard === true),
    saveCard: options.saveCard,
  });
  return ok({ orderNumber: order.number, clientSecret });
}

/** A provider's customer exists for people who save a card; guests have none. */
async function providerCustomer(
  db: Database,
  order: { readonly customerId: string; readonly isGuest: boolean },
  wanted: boolean,
): Promise<string | null> {
  if (order.isGuest) return null;
  const customer = await getBillingCustomer(db, order.customerId);
  if (!customer || customer.stripeCustomerId !== null || !wanted) return customer?.stripeCustomerId ?? null;
  const stripeCustomerId = await createProviderCustomer(customer);
  await rememberProviderCustomer(db, customer.customerId, stripeCustomerId);
  return stripeCustomerId;
}
