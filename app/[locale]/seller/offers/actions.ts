'use server';

import { refresh } from 'next/cache';
import { z } from 'zod';
import { defineAction, DESK } from '@/lib/http';
import { ok } from '@/lib/kernel/result';
import { changeChosenOffers } from '@/lib/offers';
import type { OfferAct } from '@/lib/offers/model';
import { publicUuid } from '../../public-uuid';
import { typedPrice } from '../../typed-amount';
import { orNothing, typedPercent } from '../../typed-terms';

const pieces = z.coerce.number().int().min(0).max(1_000_000);

const act = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('set_price'), value: typedPrice }),
  z.object({ kind: z.enum(['raise_price', 'lower_price']), value: typedPercent }),
  z.object({ kind: z.enum(['set_stock', 'add_stock']), value: pieces }),
  z.object({ kind: z.literal('tell_at'), value: orNothing(pieces) }),
  z.object({ kind: z.enum(['sell', 'pause']) }),
]);

/** An offer and the version that was seen of it: `off_….3`. */
const chosenOffer = z
  .string()
  .transform((text) => {
    const [offerId = '', version = ''] = text.split('.');
    return { offerId, version };
  })
  .pipe(
    z.object({
      offerId: publicUuid('off'),
      version: z
        .string()
        .regex(/^[1-9]\d{0,8}$/)
        .transform(Number),
    }),
  );

export const changeChosen = defineAction({
  name: 'seller.change-offers',
  policy: DESK.changeOffers,
  input: z.object({
    chosen: z.preprocess(
      (chosen) => (typeof chosen === 'string' ? [chosen] : chosen),
      z.array(chosenOffer).min(1).max(100),
    ),
    act,
  }),
  handler: async ({ db, seller, actor, input: { chosen, act: wanted } }) => {
    const came = await changeChosenOffers(db, {
      ...{ chosen, sellerId: seller.sellerId, userId: actor.userId },
      act: toOfferAct(wanted),
    });
    refresh();
    return ok(came);
  },
});

function toOfferAct(wanted: z.output<typeof act>): OfferAct {
  switch (wanted.kind) {
    case 'set_price':
      return { kind: 'set_price', priceMinor: wanted.value };
    case 'raise_price':
      return { kind: 'change_price', basisPoints: wanted.value };
    case 'lower_price':
      return { kind: 'change_price', basisPoints: -wanted.value };
    case 'set_stock':
      return { kind: 'set_stock', onHand: wanted.value };
    case 'add_stock':
      return { kind: 'add_stock', pieces: wanted.value };
    case 'tell_at':
      return { kind: 'tell_at', lowLevel: wanted.value };
    default:
      return { kind: wanted.kind };
  }
}
