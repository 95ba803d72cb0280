'use server';

import { refresh } from 'next/cache';
import { z } from 'zod';
import { defineAction } from '@/lib/http';
import { parsePublicId } from '@/lib/kernel/ids';
import { actAsSeller, inspectReturn } from '@/lib/returns';
import { chosenPieces } from '../../chosen-pieces';

const ORDERS = { seller: ['owner', 'orders'] } as const;

const aReturn = z.object({
  returnId: z
    .string()
    .transform((text) => parsePublicId('ret', text))
    .pipe(z.uuid()),
  version: z.coerce.number().int().positive(),
});

/** Accepts or declines a request, with words when it is declined, or says that the goods are back. */
export const answerReturn = defineAction({
  name: 'seller.answer-return',
  policy: ORDERS,
  input: z.discriminatedUnion('event', [
    aReturn.extend({ event: z.literal('accept'), words: z.string().trim().max(1000).default('') }),
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

/** Says what came back, and whether the money goes back; with words when it does not. */
export const inspectReturned = defineAction({
  name: 'seller.inspect-return',
  policy: ORDERS,
  input: z.discriminatedUnion('verdict', [
    aReturn.extend({
      verdict: z.literal('refund'),
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
