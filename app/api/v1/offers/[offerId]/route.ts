import { z } from 'zod';
import { publicUuid } from '@/app/[locale]/public-uuid';
import { defineApiRoute } from '@/lib/http';
import { DEFAULT_MARKET } from '@/lib/kernel/market';
import { ok, refuse } from '@/lib/kernel/result';
import { changeOwnOffer, getOwnOffer } from '@/lib/offers';
import { OFFER_STATUSES } from '@/lib/offers/model';
import { offerResource, toOfferResource } from '../offer-resource';

const params = z.object({ offerId: publicUuid('off') });

export const GET = defineApiRoute({
  name: 'api.get-offer',
  scope: 'offers:read',
  params,
  answer: offerResource,
  handler: async ({ db, caller, locale, params: { offerId } }) => {
    const offer = await getOwnOffer(db, caller.sellerId, offerId, locale);
    return offer ? ok(toOfferResource(offer)) : refuse('not_found');
  },
});

export const PATCH = defineApiRoute({
  name: 'api.change-offer',
  scope: 'offers:write',
  act: 'seller.save-offer',
  params,
  /** What is left out stays; without a version nobody is asked whether they saw the latest. */
  body: z.object({
    priceMinor: z.int().min(1).max(100_000_000).optional(),
    onHand: z.int().min(0).max(1_000_000).optional(),
    status: z.enum(OFFER_STATUSES).optional(),
    version: z.int().positive().optional(),
  }),
  answer: offerResource,
  handler: async ({ db, caller, locale, params: { offerId }, body }) => {
    const { sellerId, userId } = caller;
    const offer = await getOwnOffer(db, sellerId, offerId, locale);
    if (!offer) return refuse('not_found');
    const priceMinor = body.priceMinor ?? offer.price?.amountMinor;
    if (priceMinor === undefined) return refuse('invalid_input', { field: 'priceMinor' });
    const changed = await changeOwnOffer(db, {
      ...{ sellerId, userId, offerId, priceMinor },
      onHand: body.onHand ?? offer.onHand,
      status: body.status ?? offer.status,
      version: body.version ?? offer.version,
      currency: DEFAULT_MARKET.currency,
    });
    if (!changed.ok) return changed;
    const now = await getOwnOffer(db, sellerId, offerId, locale);
    return now ? ok(toOfferResource(now)) : refuse('not_found');
  },
});
