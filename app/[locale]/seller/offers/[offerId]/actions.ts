'use server';

import { refresh } from 'next/cache';
import { z } from 'zod';
import { defineAction, DESK } from '@/lib/http';
import type { Result } from '@/lib/kernel/result';
import { planSale, setOfferLowLevel, stopSale } from '@/lib/offers';
import { publicUuid } from '../../../public-uuid';
import { typedPrice } from '../../../typed-amount';
import { orNothing, typedDay, typedLastDay } from '../../../typed-terms';

const offerId = publicUuid('off');

export const planOfferSale = defineAction({
  name: 'seller.plan-sale',
  policy: DESK.changeOffers,
  input: z
    .object({
      saleId: publicUuid('sal'),
      offerId,
      price: typedPrice,
      startsAt: typedDay,
      endsAt: orNothing(typedLastDay),
    })
    .refine(({ startsAt, endsAt }) => endsAt === null || endsAt > startsAt, {
      path: ['endsAt'],
      message: 'ends_before_start',
    }),
  handler: async ({ db, seller, clock, input: { price, ...sale } }) =>
    shown(await planSale(db, { ...sale, sellerId: seller.sellerId, priceMinor: price }, clock())),
});

export const stopOfferSale = defineAction({
  name: 'seller.stop-sale',
  policy: DESK.changeOffers,
  input: z.object({ offerId }),
  handler: async ({ db, seller, input }) =>
    shown(await stopSale(db, { ...input, sellerId: seller.sellerId })),
});

export const saveLowLevel = defineAction({
  name: 'seller.set-low-level',
  policy: DESK.changeOffers,
  input: z.object({ offerId, lowLevel: orNothing(z.coerce.number().int().min(0).max(1_000_000)) }),
  handler: async ({ db, seller, input }) =>
    shown(await setOfferLowLevel(db, { ...input, sellerId: seller.sellerId })),
});

/** The page shows what came of it without being asked for again. */
function shown<T, E extends string>(result: Result<T, E>): Result<T, E> {
  if (result.ok) refresh();
  return result;
}
