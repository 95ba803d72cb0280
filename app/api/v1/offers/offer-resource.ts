import { z } from 'zod';
import { OFFER_STATUSES, type OwnOffer } from '@/lib/offers/model';
import { money } from '../shared-shapes';

/** An offer of the shop: what it asks for it, and how much there is. */
export const offerResource = z.object({
  id: z.string(),
  sku: z.string(),
  title: z.string(),
  variant: z.string(),
  price: money.nullable(),
  onHand: z.int(),
  reserved: z.int(),
  status: z.enum(OFFER_STATUSES),
  version: z.int(),
});

export function toOfferResource(offer: OwnOffer): z.output<typeof offerResource> {
  return {
    id: offer.offerId,
    sku: offer.sellerSku,
    title: offer.title,
    variant: offer.variantLabel,
    price: offer.price,
    onHand: offer.onHand,
    reserved: offer.reserved,
    status: offer.status,
    version: offer.version,
  };
}
