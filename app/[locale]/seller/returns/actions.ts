'use server';

import { refresh } from 'next/cache';
import { z } from 'zod';
import { DESK, defineAction } from '@/lib/http';
import { privateStorage } from '@/lib/platform/storage';
import {
  actAsSeller,
  beginPhoto,
  finishPhoto,
  inspectReturn,
  refundInsteadOfReplacing,
  sendReplacement,
} from '@/lib/returns';
import { begunPhoto } from '../../begun-photo';
import { chosenPieces } from '../../chosen-pieces';
import { publicUuid } from '../../public-uuid';

const aReturn = z.object({
  returnId: publicUuid('ret'),
  version: z.coerce.number().int().positive(),
});

/** Accepts or declines a request, or accepts it for the money alone, with words when it is declined, or says that the goods are back. */
export const answerReturn = defineAction({
  name: 'seller.answer-return',
  policy: DESK.handleOrders,
  input: z.discriminatedUnion('event', [
    aReturn.extend({ event: z.literal('accept'), words: z.string().trim().max(1000).default('') }),
    aReturn.extend({ event: z.literal('accept_refund'), words: z.string().trim().max(1000).default('') }),
    aReturn.extend({ event: z.literal('decline'), words: z.string().trim().min(10).max(1000) }),
    aReturn.extend({ event: z.literal('receive'), words: z.string().trim().max(1000).default('') }),
  ]),
  handler: async ({ db, seller, actor, clock, input }) => {
    const answered = await actAsSeller(db, {
      ...input,
      sellerId: seller.sellerId,
      userId: actor.userId,
      now: clock(),
    });
    if (answered.ok) refresh();
    return answered;
  },
});

/** Says what came back, and whether it is replaced or the money goes back; with words when it does not. */
export const inspectReturned = defineAction({
  name: 'seller.inspect-return',
  policy: DESK.handleOrders,
  input: z.discriminatedUnion('verdict', [
    aReturn.extend({
      verdict: z.enum(['refund', 'exchange']),
      lines: chosenPieces,
      words: z.string().trim().max(1000).default(''),
    }),
    aReturn.extend({
      verdict: z.literal('reject'),
      lines: chosenPieces,
      words: z.string().trim().min(10).max(1000),
    }),
  ]),
  handler: async ({ db, seller, actor, clock, input: { lines, ...input } }) => {
    const inspected = await inspectReturn(db, {
      ...input,
      restock: lines,
      sellerId: seller.sellerId,
      userId: actor.userId,
      now: clock(),
    });
    if (inspected.ok) refresh();
    return inspected;
  },
});

/** Sends what replaces the goods that came back. */
export const sendReplacementParcel = defineAction({
  name: 'seller.send-replacement',
  policy: DESK.handleOrders,
  input: aReturn.extend({
    carrier: z.string().trim().max(60),
    trackingNumber: z.string().trim().max(60),
  }),
  handler: async ({ db, seller, actor, clock, input }) => {
    const { sellerId } = seller;
    const act = { ...input, sellerId, userId: actor.userId, words: '', now: clock() };
    const sent = await sendReplacement(db, act);
    if (sent.ok) refresh();
    return sent;
  },
});

/** Gives the money back, since the replacement cannot be sent. */
export const refundReplacement = defineAction({
  name: 'seller.refund-replacement',
  policy: DESK.handleOrders,
  input: aReturn,
  handler: async ({ db, seller, actor, clock, input }) => {
    const { sellerId } = seller;
    const act = { ...input, sellerId, userId: actor.userId, words: '', now: clock() };
    const refunded = await refundInsteadOfReplacing(db, act);
    if (refunded.ok) refresh();
    return refunded;
  },
});

/** Says that a photo of what came back is coming; answers where to send it. */
export const beginReturnPhoto = defineAction({
  name: 'seller.begin-return-photo',
  policy: DESK.handleOrders,
  logged: false,
  input: z.object({ returnId: publicUuid('ret'), bytes: z.number().int().positive() }),
  rateLimit: { limit: 200, windowSeconds: 3600, by: 'actor' },
  handler: async ({ db, seller, clock, input }) => {
    const owner = { by: 'seller', sellerId: seller.sellerId } as const;
    return begunPhoto(await beginPhoto(db, privateStorage(), { ...input, owner }, clock()));
  },
});

/** Says that a photo has been sent. */
export const finishReturnPhoto = defineAction({
  name: 'seller.finish-return-photo',
  policy: DESK.handleOrders,
  logged: false,
  input: z.object({ photoId: publicUuid('pho') }),
  rateLimit: { limit: 200, windowSeconds: 3600, by: 'actor' },
  handler: ({ db, seller, clock, input: { photoId } }) => {
    const owner = { by: 'seller', sellerId: seller.sellerId } as const;
    return finishPhoto(db, privateStorage(), { photoId, owner }, clock());
  },
});
