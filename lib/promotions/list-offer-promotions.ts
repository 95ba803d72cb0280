import { getOfferSnapshots } from '@/lib/offers';
import type { ShownIn } from '@/lib/kernel/market';
import type { Executor } from '@/lib/platform/database';
import { findPromotions } from './find-promotions';
import { stateOf } from './list-promotions';
import type { OfferPromotion } from './model';
import type { Promotion } from './promotion';

/** What counts by itself for an offer now: its seller's and the market's, as its buyers may know it. */
export async function listOfferPromotions(
  db: Executor,
  { offerId, now }: { readonly offerId: string; readonly now: Date },
  shownIn: ShownIn,
): Promise<OfferPromotion[]> {
  const offer = (await getOfferSnapshots(db, [offerId], shownIn)).get(offerId);
  if (!offer) return [];
  const { automatic } = await findPromotions(db, { sellerIds: [offer.sellerId], code: null, now });
  const running = automatic.filter(
    (promotion) =>
      stateOf(promotion, now) === 'running' &&
      (promotion.offers === null || promotion.offers.has(offerId)) &&
      (promotion.currency === null || promotion.currency === shownIn.currency),
  );
  const others = await getOfferSnapshots(
    db,
    running.flatMap((promotion) => restOfSet(promotion, offerId)),
    shownIn,
  );
  return running.map((promotion) => ({
    name: promotion.name,
    reduction: promotion.reduction,
    currency: promotion.currency,
    minSubtotalMinor: promotion.minSubtotalMinor,
    setWith: restOfSet(promotion, offerId).flatMap((id) => others.get(id)?.title ?? []),
  }));
}

function restOfSet({ reduction, offers }: Promotion, offerId: string): string[] {
  if (reduction.kind !== 'bundle') return [];
  return [...(offers?.keys() ?? [])].filter((other) => other !== offerId);
}
