'use server';

import { refresh } from 'next/cache';
import { redirect } from 'next/navigation';
import { defineAction } from '@/lib/http';
import { localePath } from '@/lib/i18n';
import { actorLabel } from '@/lib/identity/model';
import { publicId } from '@/lib/kernel/ids';
import { changePromotion, createPromotion, switchPromotion } from '@/lib/promotions';
import { changedPromotion, newPromotion, promotionEvent } from '../../promotion-input';

/** What the market gives is money it spends. */
const MONEY = { staff: ['admin', 'finance'] } as const;

export const startPromotion = defineAction({
  name: 'admin.create-promotion',
  policy: MONEY,
  input: newPromotion,
  handler: async ({ db, actor, locale, input }) => {
    const made = await createPromotion(db, {
      ...input,
      sellerId: null,
      actor: actorLabel(actor),
    });
    if (made.ok) redirect(localePath(locale, `/admin/promotions/${publicId('prm', input.promotionId)}`));
    return made;
  },
});

export const changeLimits = defineAction({
  name: 'admin.change-promotion',
  policy: MONEY,
  input: changedPromotion,
  handler: async ({ db, actor, input: { promotionId, ...change } }) => {
    const own = { promotionId, sellerId: null, actor: actorLabel(actor) };
    const changed = await changePromotion(db, own, change);
    if (changed.ok) refresh();
    return changed;
  },
});

export const switchMarketPromotion = defineAction({
  name: 'admin.switch-promotion',
  policy: MONEY,
  input: promotionEvent,
  handler: async ({ db, actor, input: { promotionId, event } }) => {
    const own = { promotionId, sellerId: null, actor: actorLabel(actor) };
    const switched = await switchPromotion(db, own, event);
    if (switched.ok) refresh();
    return switched;
  },
});
