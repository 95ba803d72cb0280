'use server';

import { refresh } from 'next/cache';
import { z } from 'zod';
import { defineAction } from '@/lib/http';
import { parsePublicId } from '@/lib/kernel/ids';
import { ruleOnReturn } from '@/lib/returns';

/** Ends a dispute about a return, for one side. */
export const ruleReturn = defineAction({
  name: 'admin.rule-return',
  policy: { staff: ['admin', 'support'] },
  input: z.object({
    returnId: z
      .string()
      .transform((text) => parsePublicId('ret', text))
      .pipe(z.uuid()),
    version: z.coerce.number().int().positive(),
    decision: z.enum(['for_buyer', 'for_seller']),
    reason: z.string().trim().min(3).max(500),
  }),
  handler: async ({ db, actor, clock, input: { reason, ...input } }) => {
    const ruled = await ruleOnReturn(db, { ...input, words: reason, userId: actor.userId, now: clock() });
    if (ruled.ok) refresh();
    return ruled;
  },
});
