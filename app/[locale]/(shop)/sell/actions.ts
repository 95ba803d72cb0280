'use server';

import { refresh } from 'next/cache';
import { defineAction } from '@/lib/http';
import { ok } from '@/lib/kernel/result';
import { applyToSell } from '@/lib/sellers';
import { applicationInput } from '@/lib/sellers/input';
import { answerTakeHome, takeHomeInput } from './take-home';

export const applyToSellAction = defineAction({
  name: 'sell.apply',
  policy: 'user',
  input: applicationInput,
  rateLimit: { limit: 5, windowSeconds: 3600, by: 'actor' },
  handler: async ({ db, actor, input }) => {
    const applied = await applyToSell(db, actor, input);
    if (applied.ok) refresh();
    return applied;
  },
});

/** Asked with every pause in typing a price. */
export const takeHomeAction = defineAction({
  name: 'sell.take-home',
  policy: 'public',
  input: takeHomeInput,
  rateLimit: { limit: 240, windowSeconds: 60, by: 'actor' },
  handler: async ({ clock, input, ...asking }) => ok(await answerTakeHome(asking, input, clock())),
});
