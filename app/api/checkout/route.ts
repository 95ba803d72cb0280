import { cartOwnerOf } from '@/app/[locale]/(shop)/cart/cart-owner';
import { openPayment, placeOrder } from '@/lib/checkout';
import { getAddress } from '@/lib/customers';
import { defineRoute, rememberGuestOrder } from '@/lib/http';
import { localePath } from '@/lib/i18n';
import type { Visitor } from '@/lib/identity/model';
import { ok, refuse } from '@/lib/kernel/result';
import { guestOrderToken } from '@/lib/orders';
import type { Address } from '@/lib/orders/model';
import type { Database } from '@/lib/platform/database';
import { placeOrderInput, type PlaceOrderInput } from './place-order-input';

/**
 * Turns the basket into an order and opens its payment. Sent again, for whatever reason, it answers with the same
 * order. A guest's browser is given the way to it. A route and no action: an action that sets a cookie renders its
 * page anew, and with the basket gone the page would take the payment form away from under the buyer.
 */
export const POST = defineRoute({
  name: 'checkout.place',
  policy: 'public',
  body: placeOrderInput,
  rateLimit: { limit: 30, windowSeconds: 600, by: 'actor' },
  handler: async ({ db, actor, clock, locale, body }) => {
    const owner = cartOwnerOf(actor);
    if (!owner) return refuse('cart_empty');
    const address = await addressOf(db, actor, body);
    if (!address) return refuse('address_invalid', { field: 'address.recipient' });

    const isUser = actor.kind === 'user';
    const { deliveries, fingerprint, idempotencyKey, saveCard, useCredit } = body;
    const placed = await placeOrder(db, {
      ...{ owner, address, deliveries, fingerprint, idempotencyKey, locale, useCredit },
      customerId: isUser ? actor.customerId : null,
      email: isUser ? actor.email : body.email,
      now: clock(),
    });
    // Which offer ran out is shown by the new quote, not by an internal id.
    if (!placed.ok) return refuse(placed.error);

    const { orderId, number } = placed.value;
    if (!isUser) await rememberGuestOrder(number, guestOrderToken(orderId));
    const payment = await openPayment(db, orderId, { saveCard: saveCard && isUser });
    if (!payment.ok && payment.error !== 'payment_already_made') return payment;
    return ok({
      orderPath: localePath(locale, `/orders/${number}`),
      clientSecret: payment.ok ? payment.value.clientSecret : null,
    });
  },
});

/** The saved address that was chosen, if it is this person's, or the one that was typed. */
async function addressOf(db: Database, actor: Visitor, input: PlaceOrderInput): Promise<Address | null> {
  if (input.addressId === undefined) return input.address ?? null;
  if (actor.kind !== 'user') return null;
  const saved = await getAddress(db, actor.customerId, input.addressId);
  if (!saved) return null;
  const { addressId: _id, isDefault: _default, ...address } = saved;
  return address;
}
