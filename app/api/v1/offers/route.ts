import { z } from 'zod';
import { defineApiRoute } from '@/lib/http';
import { ok } from '@/lib/kernel/result';
import { listOwnOffers } from '@/lib/offers';
import { next, page } from '../shared-shapes';
import { offerResource, toOfferResource } from './offer-resource';

export const GET = defineApiRoute({
  name: 'api.list-offers',
  scope: 'offers:read',
  query: z.object({ sku: z.string().max(100).optional(), ...page }),
  answer: z.object({ items: z.array(offerResource), next }),
  handler: async ({ db, caller, locale, query: { sku = null, after = null, limit } }) => {
    const found = await listOwnOffers(db, caller.sellerId, { sku, limit, after }, locale);
    return ok({ items: found.items.map(toOfferResource), next: found.next });
  },
});
