'use server';

import { refresh } from 'next/cache';
import { z } from 'zod';
import { publicUuid } from '../../public-uuid';
import { createApiKey, revokeApiKey } from '@/lib/api-keys';
import { API_SCOPES } from '@/lib/api-keys/model';
import { DESK, defineAction } from '@/lib/http';

/** A form sends one ticked box as a text, several as a list. */
const scopes = z.preprocess(
  (ticked) => (ticked === undefined ? [] : [ticked].flat()),
  z.array(z.enum(API_SCOPES)).min(1),
);

/** The answer is the only place the key ever stands. */
export const createKey = defineAction({
  name: 'seller.create-api-key',
  policy: DESK.runShop,
  input: z.object({ name: z.string().trim().min(1).max(60), scopes }),
  rateLimit: { limit: 30, windowSeconds: 3600, by: 'actor' },
  logged: ({ name }) => ({ key: name }),
  handler: ({ db, seller, actor, input }) =>
    createApiKey(db, { ...input, sellerId: seller.sellerId, userId: actor.userId }),
});

export const revokeKey = defineAction({
  name: 'seller.revoke-api-key',
  policy: DESK.runShop,
  input: z.object({ keyId: publicUuid('key') }),
  handler: async ({ db, seller, clock, input }) => {
    const revoked = await revokeApiKey(db, { ...input, sellerId: seller.sellerId, now: clock() });
    if (revoked.ok) refresh();
    return revoked;
  },
});
