'use server';

import { refresh } from 'next/cache';
import { defineAction } from '@/lib/http';
import { applyToSell } from '@/lib/sellers';
import { applicationInput } from '@/lib/sellers/input';

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
