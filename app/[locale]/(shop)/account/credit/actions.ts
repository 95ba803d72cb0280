'use server';

import { refresh } from 'next/cache';
import { z } from 'zod';
import { redeemGiftCard } from '@/lib/gift-cards';
import { defineAction } from '@/lib/http';
import { ok } from '@/lib/kernel/result';

/** Few tries, counted in any case: codes are worth money. */
export const redeemCard = defineAction({
  name: 'account.redeem-gift-card',
  policy: 'user',
  input: z.object({ code: z.string().trim().min(1).max(60) }),
  rateLimit: { limit: 10, windowSeconds: 3600, by: 'actor', failClosed: true },
  handler: async ({ db, actor, clock, input: { code } }) => {
    const redeemed = await redeemGiftCard(db, { customerId: actor.customerId, code, now: clock() });
    if (!redeemed.ok) return redeemed;
    refresh();
    return ok(undefined);
  },
});
