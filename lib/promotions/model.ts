import type { Currency, Money } from '@/lib/kernel/money';

export type PromotionStatus = 'active' | 'paused' | 'ended';

/** A share or an amount, in basis points or minor units. */
export type PlainReduction =
  | { readonly kind: 'percent'; readonly basisPoints: number }
  | { readonly kind: 'fixed'; readonly amountMinor: number };

/** What a promotion takes off. */
export type Reduction =
  | PlainReduction
  /** Of every `buyQuantity + getQuantity` pieces, so much off the `getQuantity` cheapest. */
  | {
      readonly kind: 'buy_get';
      readonly buyQuantity: number;
      readonly getQuantity: number;
      readonly basisPoints: number;
    }
  /** Off every whole set of what belongs together. */
  | { readonly kind: 'bundle'; readonly off: PlainReduction }
  /** The price of the seller's cheapest delivery. */
  | { readonly kind: 'free_delivery' };

export type PromotionKind = Reduction['kind'];

/** What it is about and when it counts. With a `sellerId` that seller pays for it, else the market does. */
export type PromotionTerms = {
  readonly name: string;
  /** Null: it counts by itself. */
  readonly code: string | null;
  readonly reduction: Reduction;
  /** In which the amounts are, and in which alone it counts; null where there are none. */
  readonly currency: Currency | null;
  readonly minSubtotalMinor: number;
  /** Whether it counts on goods that another one reduces, too. */
  readonly combines: boolean;
  readonly startsAt: Date;
  readonly endsAt: Date | null;
  readonly maxRedemptions: number | null;
  readonly maxPerCustomer: number | null;
  readonly budgetMinor: number | null;
};

/** What it does now: by its status, its times and what is left of it. */
export type PromotionState = 'planned' | 'running' | 'paused' | 'used_up' | 'ended';

/** A promotion as its makers see it. */
export type PromotionView = PromotionTerms & {
  readonly promotionId: string;
  readonly version: number;
  readonly state: PromotionState;
  /** What it is for; null for everything. */
  readonly offers: readonly { readonly offerId: string; readonly quantity: number }[] | null;
  /** By how many orders. */
  readonly uses: number;
  /** What it has taken off, by currency. */
  readonly given: readonly Money[];
  readonly budgetLeftMinor: number | null;
};

/** A promotion that counts by itself, as buyers of an offer may know it. */
export type OfferPromotion = Pick<PromotionTerms, 'name' | 'reduction' | 'currency' | 'minSubtotalMinor'> & {
  /** The titles of what else a set needs. */
  readonly setWith: readonly string[];
};

/** Why a code does not count for a basket; codes of the error table. */
export type PromotionRefusal =
  | 'promotion_unknown'
  | 'promotion_expired'
  | 'promotion_used_up'
  | 'promotion_already_used'
  | 'promotion_below_minimum'
  | 'promotion_not_applicable'
  /** The basket gets something better, with which it does not combine. */
  | 'promotion_outdone';
