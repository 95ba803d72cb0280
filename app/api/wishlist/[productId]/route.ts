import { z } from 'zod';
import { addWishes, removeWish } from '@/lib/customers';
import { defineRoute } from '@/lib/http';
import { parsePublicId } from '@/lib/kernel/ids';
import { ok, refuse } from '@/lib/kernel/result';

const params = z.object({ productId: z.string() });
const rateLimit = { limit: 120, windowSeconds: 60, by: 'actor' } as const;

/** Puts a product on the caller's wishlist; it being there already is no refusal. */
export const PUT = defineRoute({
  name: 'wishlist.add',
  policy: 'user',
  params,
  rateLimit,
  handler: async ({ actor, params: { productId }, db }) => {
    const id = parsePublicId('prd', productId);
    if (id === null) return refuse('not_found');
    return addWishes(db, actor.customerId, [id]);
  },
});

export const DELETE = defineRoute({
  name: 'wishlist.remove',
  policy: 'user',
  params,
  rateLimit,
  handler: async ({ actor, params: { productId }, db }) => {
    const id = parsePublicId('prd', productId);
    if (id === null) return refuse('not_found');
    await removeWish(db, actor.customerId, id);
    return ok(null);
  },
});
