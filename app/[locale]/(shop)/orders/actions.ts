'use server';

import { refresh } from 'next/cache';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import { addToCart } from '@/lib/carts';
import { openPayment } from '@/lib/checkout';
import { reportConversation, writeMessage } from '@/lib/conversations';
import { confirmArrivalByBuyer } from '@/lib/fulfilment';
import { defineAction } from '@/lib/http';
import { localePath } from '@/lib/i18n';
import { ok, refuse } from '@/lib/kernel/result';
import { requestOrderLink } from '@/lib/notifications';
import { privateStorage } from '@/lib/platform/storage';
import { actAsBuyer, beginPhoto, finishPhoto, requestReturn } from '@/lib/returns';
import { RETURN_REASONS } from '@/lib/returns/model';
import { cancelLinesByBuyer, cancelOrderByBuyer, listOrderedOffers, parseOrderNumber } from '@/lib/orders';
import { begunPhoto } from '../../begun-photo';
import { chosenPieces } from '../../chosen-pieces';
import { MESSAGE_RATE, REPORT_RATE, reportReason, writtenMessage } from '../../message-input';
import { openCartOwner } from '../cart/cart-owner';
import { openOrder } from './order-reader';
import { publicUuid } from '../../public-uuid';

const anOrder = z.object({ number: z.string().max(40) });

const aReturn = anOrder.extend({
  returnId: publicUuid('ret'),
  version: z.coerce.number().int().positive(),
});

/** Opens the payment of an order that waits for it. */
export const pay = defineAction({
  name: 'orders.pay',
  policy: 'public',
  input: anOrder,
  rateLimit: { limit: 30, windowSeconds: 600, by: 'actor' },
  handler: async ({ db, actor, input }) => {
    const open = await openOrder(db, actor, input.number);
    if (!open) return refuse('not_found');
    const payment = await openPayment(db, open.orderId);
    return payment.ok ? ok({ clientSecret: payment.value.clientSecret }) : payment;
  },
});

/** Calls off whatever of the order has not been sent. */
export const cancel = defineAction({
  name: 'orders.cancel',
  policy: 'public',
  input: anOrder,
  handler: async ({ db, actor, clock, input }) => {
    const open = await openOrder(db, actor, input.number);
    if (!open) return refuse('not_found');
    const cancelled = await cancelOrderByBuyer(db, {
      orderId: open.orderId,
      reason: 'buyer_cancelled',
      now: clock(),
    });
    refresh();
    return cancelled;
  },
});

/** Calls off some pieces of one seller's part. */
export const cancelPieces = defineAction({
  name: 'orders.cancel-pieces',
  policy: 'public',
  input: anOrder.extend({
    sellerOrderId: publicUuid('slo'),
    version: z.coerce.number().int().positive(),
    lines: chosenPieces,
  }),
  handler: async ({ db, actor, clock, input: { number, ...input } }) => {
    const open = await openOrder(db, actor, number);
    if (!open) return refuse('not_found');
    const cancelled = await cancelLinesByBuyer(db, {
      ...input,
      orderId: open.orderId,
      reason: 'buyer_cancelled',
      now: clock(),
    });
    refresh();
    return cancelled;
  },
});

/** Says that a parcel has arrived. */
export const confirmArrival = defineAction({
  name: 'orders.confirm-arrival',
  policy: 'public',
  input: anOrder.extend({ shipmentId: publicUuid('shp') }),
  handler: async ({ db, actor, clock, input: { number, shipmentId } }) => {
    const open = await openOrder(db, actor, number);
    if (!open) return refuse('not_found');
    const arrived = await confirmArrivalByBuyer(db, { orderId: open.orderId, shipmentId, now: clock() });
    refresh();
    return arrived;
  },
});

/** Asks to give some pieces of one seller's part back, for the money or another variant. */
export const startReturn = defineAction({
  name: 'orders.start-return',
  policy: 'public',
  input: anOrder.extend({
    sellerOrderId: publicUuid('slo'),
    lines: chosenPieces,
    reason: z.enum(RETURN_REASONS),
    /** The offer wanted instead of the money; empty for the money. */
    exchangeFor: z.union([z.literal('').transform(() => null), publicUuid('off')]).default(null),
    note: z.string().trim().max(1000).default(''),
  }),
  handler: async ({ db, actor, clock, input: { number, ...input } }) => {
    const open = await openOrder(db, actor, number);
    if (!open) return refuse('not_found');
    const asked = await requestReturn(db, { ...input, orderId: open.orderId, now: clock() });
    if (asked.ok) refresh();
    return asked;
  },
});

/** Calls a return off, says that it is on its way, or asks the market to rule on it. */
export const moveReturn = defineAction({
  name: 'orders.move-return',
  policy: 'public',
  input: z.discriminatedUnion('event', [
    aReturn.extend({ event: z.literal('cancel'), words: z.string().trim().max(1000).default('') }),
    aReturn.extend({ event: z.literal('send'), words: z.string().trim().max(1000).default('') }),
    aReturn.extend({ event: z.literal('escalate'), words: z.string().trim().min(10).max(1000) }),
  ]),
  handler: async ({ db, actor, clock, input: { number, ...input } }) => {
    const open = await openOrder(db, actor, number);
    if (!open) return refuse('not_found');
    const moved = await actAsBuyer(db, { ...input, orderId: open.orderId, now: clock() });
    if (moved.ok) refresh();
    return moved;
  },
});

/** Says that a photo of what goes back is coming; answers where to send it. */
export const beginReturnPhoto = defineAction({
  name: 'orders.begin-return-photo',
  policy: 'public',
  input: anOrder.extend({ returnId: publicUuid('ret'), bytes: z.number().int().positive() }),
  rateLimit: { limit: 60, windowSeconds: 3600, by: 'actor' },
  handler: async ({ db, actor, clock, input: { number, ...input } }) => {
    const open = await openOrder(db, actor, number);
    if (!open) return refuse('not_found');
    const owner = { by: 'buyer', orderId: open.orderId } as const;
    return begunPhoto(await beginPhoto(db, privateStorage(), { ...input, owner }, clock()));
  },
});

/** Says that a photo has been sent. */
export const finishReturnPhoto = defineAction({
  name: 'orders.finish-return-photo',
  policy: 'public',
  input: anOrder.extend({ photoId: publicUuid('pho') }),
  rateLimit: { limit: 60, windowSeconds: 3600, by: 'actor' },
  handler: async ({ db, actor, clock, input: { number, photoId } }) => {
    const open = await openOrder(db, actor, number);
    if (!open) return refuse('not_found');
    const owner = { by: 'buyer', orderId: open.orderId } as const;
    return finishPhoto(db, privateStorage(), { photoId, owner }, clock());
  },
});

/** Writes to the seller of one part. */
export const sendMessage = defineAction({
  name: 'orders.send-message',
  policy: 'public',
  input: anOrder.extend({ sellerOrderId: publicUuid('slo'), ...writtenMessage }),
  rateLimit: MESSAGE_RATE,
  handler: async ({ db, actor, clock, input: { number, sellerOrderId, ...message } }) => {
    const open = await openOrder(db, actor, number);
    if (!open) return refuse('not_found');
    const party = { by: 'buyer', orderId: open.orderId } as const;
    const sent = await writeMessage(db, { ...message, conversationId: sellerOrderId, party, now: clock() });
    if (sent.ok) refresh();
    return sent;
  },
});

/** Asks the market to look at what was written about one part. */
export const reportMessages = defineAction({
  name: 'orders.report-conversation',
  policy: 'public',
  input: anOrder.extend({ sellerOrderId: publicUuid('slo'), ...reportReason }),
  rateLimit: REPORT_RATE,
  handler: async ({ db, actor, clock, input: { number, sellerOrderId, reason } }) => {
    const open = await openOrder(db, actor, number);
    if (!open) return refuse('not_found');
    const party = { by: 'buyer', orderId: open.orderId } as const;
    return reportConversation(db, { conversationId: sellerOrderId, party, reason, now: clock() });
  },
});

/** Puts what was ordered back into the basket, as far as it can be bought; the basket shows the rest. */
export const orderAgain = defineAction({
  name: 'orders.again',
  policy: 'public',
  input: anOrder,
  rateLimit: { limit: 30, windowSeconds: 600, by: 'actor' },
  handler: async ({ db, actor, locale, input }) => {
    const open = await openOrder(db, actor, input.number);
    if (!open) return refuse('not_found');
    const owner = await openCartOwner(actor);
    let added = 0;
    for (const wanted of await listOrderedOffers(db, open.orderId)) {
      if ((await addToCart(db, owner, wanted)).ok) added += 1;
    }
    if (added === 0) return refuse('out_of_stock');
    redirect(localePath(locale, '/cart'));
  },
});

/** Mails the way to an order. What is answered says nothing about whether there is one. */
export const requestLink = defineAction({
  name: 'orders.request-link',
  policy: 'public',
  input: z.object({
    number: z.string().max(40).transform(parseOrderNumber).pipe(z.string('order_number')),
    email: z.string().trim().max(254).pipe(z.email('email')),
  }),
  rateLimit: { limit: 10, windowSeconds: 600, by: 'ip', failClosed: true },
  handler: async ({ db, input }) => {
    await requestOrderLink(db, input);
    return ok(undefined);
  },
});
