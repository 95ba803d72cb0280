/**
 * Which of several offers of one variant a product page sells by default. The rule is a fixed order of
 * questions; the first one that two offers answer differently decides, so that the choice is the same
 * everywhere and a seller can be told the reason. `lib/search/listings` asks the same questions in SQL,
 * and a test holds the two together.
 */
export type BuyBoxOffer = {
  readonly offerId: string;
  readonly available: number;
  readonly condition: 'new' | 'refurbished' | 'used';
  readonly priceMinor: number;
  /** The cheapest delivery. */
  readonly deliveryMinor: number;
  /** The seller's mean stars; 0 when nobody has rated yet. */
  readonly sellerRating: number;
  readonly handlingDays: number;
};

export type BuyBoxReason = 'in_stock' | 'condition' | 'price' | 'seller_rating' | 'handling' | 'first';

const CONDITION_ORDER = { new: 0, refurbished: 1, used: 2 } as const;

const QUESTIONS: readonly { readonly reason: BuyBoxReason; ask(offer: BuyBoxOffer): number }[] = [
  { reason: 'in_stock', ask: (offer) => (offer.available > 0 ? 0 : 1) },
  { reason: 'condition', ask: (offer) => CONDITION_ORDER[offer.condition] },
  { reason: 'price', ask: (offer) => offer.priceMinor + offer.deliveryMinor },
  { reason: 'seller_rating', ask: (offer) => -offer.sellerRating },
  { reason: 'handling', ask: (offer) => offer.handlingDays },
];

/** The offers, the buy box first, each next one what would be sold without those before it. */
export function rankOffers<Offer extends BuyBoxOffer>(offers: readonly Offer[]): Offer[] {
  return offers.toSorted(compare);
}

/** Why `winner` is sold before `other`. */
export function explainBuyBox(winner: BuyBoxOffer, other: BuyBoxOffer): BuyBoxReason {
  return QUESTIONS.find(({ ask }) => ask(winner) !== ask(other))?.reason ?? 'first';
}

function compare(one: BuyBoxOffer, other: BuyBoxOffer): number {
  for (const { ask } of QUESTIONS) {
    const difference = ask(one) - ask(other);
    if (difference !== 0) return difference;
  }
  return one.offerId < other.offerId ? -1 : Number(one.offerId > other.offerId);
}
