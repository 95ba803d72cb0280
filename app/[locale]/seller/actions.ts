'use server';

import { refresh } from 'next/cache';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import { chosenPieces } from '../chosen-pieces';
import { typedPrice } from '../typed-amount';
import { publicUuid } from '../public-uuid';
import { deliverParcel, shipParcel } from '@/lib/fulfilment';
import { DESK, chooseShop, defineAction } from '@/lib/http';
import { localePath, translator } from '@/lib/i18n';
import { DEFAULT_MARKET } from '@/lib/kernel/market';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import { changeOwnOffer } from '@/lib/offers';
import { acceptSellerOrder, acceptSellerOrders, cancelLinesBySeller, unpackSellerOrder } from '@/lib/orders';
import { addDisputeEvidence } from '@/lib/payments';
import { getMembership } from '@/lib/sellers';

const sellerOrderId = publicUuid('slo');

/** Works at another of their shops from here on; a shop they are no member of is not found. */
export const switchShop = defineAction({
  name: 'seller.switch-shop',
  policy: DESK.enter,
  logged: false,
  input: z.object({ sellerId: publicUuid('sel') }),
  handler: async ({ db, actor, locale, input: { sellerId } }) => {
    const membership = await getMembership(db, actor.userId, sellerId);
    if (!membership) return refuse('not_found');
    await chooseShop(membership.sellerId);
    redirect(localePath(locale, '/seller'));
  },
});

export const acceptOrder = defineAction({
  name: 'seller.accept-order',
  policy: DESK.handleOrders,
  input: z.object({ sellerOrderId }),
  handler: async ({ db, seller, actor, clock, input }) =>
    shown(
      await acceptSellerOrder(db, {
        ...input,
        sellerId: seller.sellerId,
        userId: actor.userId,
        now: clock(),
      }),
    ),
});

/** Accepts the chosen orders of a queue; one that has moved on meanwhile stays as it is. */
export const acceptOrders = defineAction({
  name: 'seller.accept-orders',
  policy: DESK.handleOrders,
  input: z.object({
    sellerOrderIds: z.preprocess(
      (chosen) => (typeof chosen === 'string' ? [chosen] : chosen),
      z.array(sellerOrderId).min(1).max(100),
    ),
  }),
  handler: async ({ db, seller, actor, clock, locale, input }) => {
    const result = await acceptSellerOrders(db, {
      ...input,
      sellerId: seller.sellerId,
      userId: actor.userId,
      now: clock(),
    });
    if (!result.ok) return result;
    refresh();
    const { accepted } = result.value;
    const left = new Set(input.sellerOrderIds).size - accepted;
    return ok({ said: translator(locale, 'seller')('orders.accepted', { accepted, left }) });
  },
});

/** Takes what was packed out of its box again. */
export const unpackOrder = defineAction({
  name: 'seller.unpack-order',
  policy: DESK.handleOrders,
  input: z.object({ sellerOrderId }),
  handler: async ({ db, seller, actor, clock, input }) =>
    shown(
      await unpackSellerOrder(db, {
        ...input,
        sellerId: seller.sellerId,
        userId: actor.userId,
        now: clock(),
      }),
    ),
});

/** Sends a parcel with some of a seller order's pieces, or all of them. */
export const sendParcel = defineAction({
  name: 'seller.send-parcel',
  policy: DESK.handleOrders,
  input: z.object({
    sellerOrderId,
    carrier: z.string().trim().max(60),
    trackingNumber: z.string().trim().max(60),
    /** How many of which line go into it. */
    lines: chosenPieces,
  }),
  handler: async ({ db, seller, actor, clock, input }) =>
    shown(
      await shipParcel(db, {
        ...input,
        sellerId: seller.sellerId,
        userId: actor.userId,
        now: clock(),
      }),
    ),
});

/** Says something against a dispute about an order of the shop. */
export const sayOnDispute = defineAction({
  name: 'seller.say-on-dispute',
  policy: DESK.handleOrders,
  input: z.object({ disputeId: publicUuid('dis'), text: z.string().trim().min(10).max(5000) }),
  rateLimit: { limit: 20, windowSeconds: 3600, by: 'actor' },
  handler: async ({ db, seller, input }) =>
    shown(await addDisputeEvidence(db, { ...input, sellerId: seller.sellerId })),
});

/** Says that a parcel has arrived whose carrier does not say it. */
export const confirmDelivery = defineAction({
  name: 'seller.confirm-delivery',
  policy: DESK.handleOrders,
  input: z.object({ shipmentId: publicUuid('shp') }),
  handler: async ({ db, seller, actor, clock, input }) =>
    shown(
      await deliverParcel(db, {
        ...input,
        sellerId: seller.sellerId,
        userId: actor.userId,
        now: clock(),
      }),
    ),
});

/** Calls off pieces that have not been sent; all that are left of the order, or some. */
export const cancelOrder = defineAction({
  name: 'seller.cancel-order',
  policy: DESK.handleOrders,
  input: z.object({
    sellerOrderId,
    version: z.coerce.number().int().positive(),
    lines: chosenPieces,
    reason: z.string().trim().min(3).max(300),
  }),
  handler: async ({ db, seller, actor, clock, input }) =>
    shown(
      await cancelLinesBySeller(db, {
        ...input,
        sellerId: seller.sellerId,
        userId: actor.userId,
        now: clock(),
      }),
    ),
});

export const saveOffer = defineAction({
  name: 'seller.save-offer',
  policy: DESK.changeOffers,
  input: z.object({
    offerId: publicUuid('off'),
    version: z.coerce.number().int().positive(),
    price: typedPrice,
    onHand: z.coerce.number().int().min(0).max(1_000_000),
    selling: z.literal('on').optional(),
  }),
  handler: async ({ db, seller, actor, input: { selling, price, ...input } }) =>
    shown(
      await changeOwnOffer(db, {
        ...input,
        priceMinor: price,
        sellerId: seller.sellerId,
        userId: actor.userId,
        currency: DEFAULT_MARKET.currency,
        status: selling ? 'active' : 'paused',
      }),
    ),
});

/** The page shows what came of it without being asked for again. */
function shown<T, E extends string>(result: Result<T, E>): Result<T, E> {
  if (result.ok) refresh();
  return result;
}
