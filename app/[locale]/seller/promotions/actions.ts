'use server';

import { refresh } from 'next/cache';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import { defineAction, DESK } from '@/lib/http';
import { localePath } from '@/lib/i18n';
import { actorLabel } from '@/lib/identity/model';
import { publicId } from '@/lib/kernel/ids';
import { ok } from '@/lib/kernel/result';
import { listSellerOffers } from '@/lib/offers';
import type { NamedOffer } from '@/lib/offers/model';
import { changePromotion, createPromotion, switchPromotion } from '@/lib/promotions';
import { changedPromotion, newPromotion, promotionEvent } from '../../promotion-input';

/** More than fit on a phone are found by more words. */
const FOUND_AT_ONCE = 8;

export const findOffers = defineAction({
  name: 'seller.find-own-offers',
  policy: DESK.changeOffers,
  logged: false,
  input: z.object({ text: z.string().trim().max(100) }),
  handler: async ({ db, seller, locale, input: { text } }) => {
    const page = { limit: FOUND_AT_ONCE, after: null };
    const { items } = await listSellerOffers(db, seller.sellerId, { text, show: 'all' }, page, locale);
    return ok(
      items.map(({ offerId, title, variantLabel, sellerSku }): NamedOffer => {
        return { offerId, title, variantLabel, sellerSku };
      }),
    );
  },
});

export const startPromotion = defineAction({
  name: 'seller.create-promotion',
  policy: DESK.changeOffers,
  input: newPromotion,
  handler: async ({ db, actor, seller, locale, input }) => {
    const made = await createPromotion(db, {
      ...input,
      sellerId: seller.sellerId,
      actor: actorLabel(actor),
    });
    if (made.ok) redirect(localePath(locale, `/seller/promotions/${publicId('prm', input.promotionId)}`));
    return made;
  },
});

export const changeLimits = defineAction({
  name: 'seller.change-promotion',
  policy: DESK.changeOffers,
  input: changedPromotion,
  handler: async ({ db, actor, seller, input: { promotionId, ...change } }) => {
    const own = { promotionId, sellerId: seller.sellerId, actor: actorLabel(actor) };
    const changed = await changePromotion(db, own, change);
    if (changed.ok) refresh();
    return changed;
  },
});

export const switchOwnPromotion = defineAction({
  name: 'seller.switch-promotion',
  policy: DESK.changeOffers,
  input: promotionEvent,
  handler: async ({ db, actor, seller, input: { promotionId, event } }) => {
    const own = { promotionId, sellerId: seller.sellerId, actor: actorLabel(actor) };
    const switched = await switchPromotion(db, own, event);
    if (switched.ok) refresh();
    return switched;
  },
});
