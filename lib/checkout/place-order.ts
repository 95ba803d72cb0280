import { createHash } from 'node:crypto';
import { takeOrderedLines, type CartOwner } from '@/lib/carts';
import { holdCredit } from '@/lib/credit';
import { createGuestCustomer } from '@/lib/customers';
import { reserveStock } from '@/lib/inventory';
import { newId } from '@/lib/kernel/ids';
import { DEFAULT_MARKET } from '@/lib/kernel/market';
import { ok, refuse, type Refusal, type Result } from '@/lib/kernel/result';
import {
  claimIdempotencyKey,
  getOrderHead,
  insertOrder,
  storePicture,
  type NewOrder,
  type NewOrderLine,
  type NewSellerOrder,
} from '@/lib/orders';
import type { Address } from '@/lib/orders/model';
import { insertPayment, settleWithoutProvider } from '@/lib/payments';
import type { Database, Transaction } from '@/lib/platform/database';
import { redeemPromotions } from '@/lib/promotions';
import { isSoldOut } from './is-sold-out';
import type { CheckoutBlock } from './model';
import type { CheckoutDelivery, PreparedCheckout } from './prepare-checkout';
import { prepareCheckout } from './prepare-checkout';

/** How long a buyer may take to pay before the goods are free again. */
export const HOLD_SECONDS = 15 * 60;

export type PlaceOrderRefusal =
  CheckoutBlock | 'price_changed' | 'promotion_used_up' | 'promotion_already_used' | 'conflict';

export type PlaceOrder = {
  readonly owner: CartOwner;
  /** Null for a guest, who becomes a customer by this order. */
  readonly customerId: string | null;
  readonly email: string;
  readonly address: Address;
  readonly deliveries: ReadonlyMap<string, string>;
  /** What the buyer saw: `CheckoutView.fingerprint`. */
  readonly fingerprint: string;
  /** Made once by the page; the same key places one order, however often it arrives. */
  readonly idempotencyKey: string;
  readonly locale: string;
  readonly useCredit?: boolean;
  readonly now: Date;
};

export type PlacedOrder = { readonly orderId: string; readonly number: string };

class RolledBack extends Error {
  constructor(readonly refusal: Refusal<PlaceOrderRefusal>) {
    super(refusal.error);
  }
}

/**
 * Turns a basket into an order that awaits payment: idempotent by key, at exactly the price the buyer saw, with
 * its stock held, or nothing at all. `conflict` means the key was used for another request. Stock rows are
 * locked last, so that a hot product is locked as briefly as can be.
 */
export async function placeOrder(
  db: Database,
  request: PlaceOrder,
): Promise<Result<PlacedOrder, PlaceOrderRefusal>> {
  try {
    return ok(await db.transaction((tx) => place(tx, request)));
  } catch (error) {
    if (error instanceof RolledBack) return error.refusal;
    throw error;
  }
}

async function place(tx: Transaction, request: PlaceOrder): Promise<PlacedOrder> {
  // Asked here and not before: whoever waited for a connection learns what was bought meanwhile.
  if (await isSoldOut(tx, request.owner, claimOf(request))) throw new RolledBack(refuse('out_of_stock'));
  const orderId = newId();
  const claim = await claimIdempotencyKey(tx, {
    ...claimOf(request),
    requestHash: requestHash(request),
    reference: orderId,
  });
  if (claim.state === 'mismatch') throw new RolledBack(refuse('conflict'));
  if (claim.state === 'done') return placedBefore(tx, claim.reference);

  const prepared = await prepareCheckout(tx, { ...request, destination: request.address });
  if (prepared.blockedBy) throw new RolledBack(refuse(prepared.blockedBy));
  if (prepared.fingerprint !== request.fingerprint) throw new RolledBack(refuse('price_changed'));
  const { cartId } = prepared.contents;
  if (cartId === null) throw new RolledBack(refuse('cart_empty'));

  const customerId = request.customerId ?? (await createGuestCustomer(tx, guestOf(request)));
  const order = await insertOrder(tx, orderId, toNewOrder(prepared, request, customerId));
  await insertPayment(tx, {
    orderId,
    amountMinor: prepared.quote.totalMinor - prepared.quote.creditMinor,
    currency: prepared.currency,
  });
  const redeeming = { orderId, customerId, currency: prepared.currency, lines: order.lines };
  const redeemed = await redeemPromotions(tx, prepared.promotions, redeeming);
  if (!redeemed.ok) throw new RolledBack(redeemed);
  await holdCreditFor(tx, prepared, { orderId, customerId });
  const lineIds = prepared.lines.map((line) => line.id);
  if (!(await takeOrderedLines(tx, cartId, lineIds))) throw new RolledBack(refuse('cart_empty'));
  const reserved = await reserveStock(tx, orderId, order.lines, HOLD_SECONDS);
  if (!reserved.ok) throw new RolledBack(reserved);
  if (prepared.quote.totalMinor === prepared.quote.creditMinor) {
    await settleWithoutProvider(tx, orderId, request.now);
  }
  return { orderId, number: order.number };
}

/** What was spent elsewhere while the page was open is a change of the total. */
async function holdCreditFor(
  tx: Transaction,
  { quote, currency }: PreparedCheckout,
  of: { readonly orderId: string; readonly customerId: string },
): Promise<void> {
  if (quote.creditMinor === 0) return;
  const held = await holdCredit(tx, { ...of, currency, amountMinor: quote.creditMinor });
  if (!held.ok) throw new RolledBack(refuse('price_changed'));
}

async function placedBefore(tx: Transaction, orderId: string): Promise<PlacedOrder> {
  const order = await getOrderHead(tx, orderId);
  if (!order) throw new Error(`Order ${orderId} was placed and is gone`);
  return { orderId, number: order.number };
}

function toNewOrder(prepared: PreparedCheckout, request: PlaceOrder, customerId: string): NewOrder {
  const { quote } = prepared;
  const bought = new Map(prepared.lines.map((line) => [line.offerId, line.offer]));
  const { goodsMinor, discountMinor, shippingMinor, taxMode, taxMinor, totalMinor, creditMinor } = quote;
  return {
    goodsMinor,
    discountMinor,
    shippingMinor,
    taxMode,
    taxMinor,
    totalMinor,
    creditMinor,
    customerId,
    email: request.email,
    isGuest: request.customerId === null,
    locale: request.locale,
    market: DEFAULT_MARKET.code,
    currency: prepared.currency,
    address: request.address,
    placedAt: request.now,
    sellerOrders: quote.sellers.map(({ lines, ...seller }): NewSellerOrder => ({
      ...seller,
      ...promiseOf(prepared.deliveries.get(seller.sellerId)),
      lines: lines.map(({ commission, sellerId: _seller, ...line }): NewOrderLine => {
        const offer = bought.get(line.offerId);
        if (!offer) throw new Error(`A quote has a line for ${line.offerId} that the basket has not`);
        return {
          ...line,
          variantId: offer.variantId,
          productId: offer.productId,
          productRevision: offer.productRevision,
          title: offer.title,
          variantLabel: offer.variantLabel,
          sellerSku: offer.sellerSku,
          imageKey: storePicture(offer.image),
          commissionBasisPoints: commission.basisPoints,
          commissionMinor: commission.amountMinor,
          commissionRule: commission.rule,
        };
      }),
    })),
  };
}

function promiseOf(delivery: CheckoutDelivery | undefined) {
  if (!delivery?.chosen || !delivery.promise) throw new Error('A parcel was quoted without a delivery');
  return {
    deliveryCode: delivery.chosen.code,
    shipBy: delivery.promise.shipBy,
    promisedFrom: delivery.promise.from,
    promisedTo: delivery.promise.to,
  };
}

function guestOf({ email, address, locale }: PlaceOrder) {
  return { email, name: address.recipient, locale };
}

function claimOf({ owner, idempotencyKey }: PlaceOrder) {
  return { scope: `place-order:${ownerKey(owner)}`, key: idempotencyKey };
}

function ownerKey(owner: CartOwner): string {
  return 'customerId' in owner ? owner.customerId : owner.guestTokenHash;
}

function requestHash({ email, address, deliveries, fingerprint }: PlaceOrder): string {
  return createHash('sha256')
    .update(JSON.stringify([email, address, [...deliveries].sort(), fingerprint]))
    .digest('base64url');
}
