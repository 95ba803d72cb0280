import type { Currency } from '@/lib/kernel/money';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import type { PromotionRefusal } from './model';

/** What a code takes off. With a `sellerId` it touches that seller's goods, and the seller pays for it. */
export type Discount = { readonly sellerId: string | null } & (
  | { readonly kind: 'percent'; readonly basisPoints: number }
  | { readonly kind: 'fixed'; readonly amountMinor: number }
);

export type Promotion = {
  readonly id: string;
  readonly code: string;
  readonly kind: 'percent' | 'fixed';
  readonly basisPoints: number | null;
  readonly amountMinor: number | null;
  readonly currency: Currency | null;
  readonly sellerId: string | null;
  readonly minSubtotalMinor: number;
  readonly startsAt: Date;
  readonly endsAt: Date | null;
  readonly maxRedemptions: number | null;
  readonly maxPerCustomer: number | null;
  readonly redemptions: number;
};

export type PromotionUse = {
  readonly now: Date;
  readonly currency: Currency;
  /** Goods value by seller. */
  readonly goodsMinor: ReadonlyMap<string, number>;
  /** How often this buyer has used the code. */
  readonly ownRedemptions: number;
};

/** Whether a code counts for a basket now, and as which discount. Pure. */
export function checkPromotion(
  promotion: Promotion,
  use: PromotionUse,
): Result<Discount, Exclude<PromotionRefusal, 'promotion_unknown'>> {
  if (use.now < promotion.startsAt) return refuse('promotion_not_applicable');
  if (promotion.endsAt && use.now >= promotion.endsAt) return refuse('promotion_expired');
  if (promotion.maxRedemptions !== null && promotion.redemptions >= promotion.maxRedemptions) {
    return refuse('promotion_used_up');
  }
  if (promotion.maxPerCustomer !== null && use.ownRedemptions >= promotion.maxPerCustomer) {
    return refuse('promotion_already_used');
  }
  if (promotion.currency !== null && promotion.currency !== use.currency)
    return refuse('promotion_not_applicable');

  const goodsMinor = discountedGoods(promotion, use.goodsMinor);
  if (goodsMinor === 0) return refuse('promotion_not_applicable');
  if (goodsMinor < promotion.minSubtotalMinor) {
    return refuse('promotion_below_minimum', { missingMinor: promotion.minSubtotalMinor - goodsMinor });
  }
  return ok(discountOf(promotion));
}

function discountedGoods(promotion: Promotion, goods: ReadonlyMap<string, number>): number {
  if (promotion.sellerId !== null) return goods.get(promotion.sellerId) ?? 0;
  return [...goods.values()].reduce((sum, minor) => sum + minor, 0);
}

function discountOf(promotion: Promotion): Discount {
  const { sellerId, basisPoints, amountMinor } = promotion;
  if (promotion.kind === 'percent' && basisPoints !== null) return { kind: 'percent', basisPoints, sellerId };
  if (promotion.kind === 'fixed' && amountMinor !== null) return { kind: 'fixed', amountMinor, sellerId };
  throw new Error(`Promotion ${promotion.code} has no value`);
}
