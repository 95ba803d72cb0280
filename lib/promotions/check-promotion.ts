import type { Currency } from '@/lib/kernel/money';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import type { PromotionRefusal } from './model';
import type { Promotion } from './promotion';

export type BasketLine = {
  readonly offerId: string;
  readonly sellerId: string;
  readonly quantity: number;
  readonly unitPriceMinor: number;
};

export type PromotionUse = {
  readonly now: Date;
  readonly currency: Currency;
  readonly lines: readonly BasketLine[];
  /** How often this buyer has used it. */
  readonly ownRedemptions: number;
};

/** Whether a promotion counts for a basket now, whatever others do to it. Pure. */
export function checkPromotion(
  promotion: Promotion,
  use: PromotionUse,
): Result<void, Exclude<PromotionRefusal, 'promotion_unknown' | 'promotion_outdone'>> {
  if (promotion.status === 'ended' || (promotion.endsAt && use.now >= promotion.endsAt)) {
    return refuse('promotion_expired');
  }
  if (promotion.status === 'paused' || use.now < promotion.startsAt)
    return refuse('promotion_not_applicable');
  if (promotion.maxRedemptions !== null && promotion.redemptions >= promotion.maxRedemptions) {
    return refuse('promotion_used_up');
  }
  if (promotion.maxPerCustomer !== null && use.ownRedemptions >= promotion.maxPerCustomer) {
    return refuse('promotion_already_used');
  }
  if (promotion.currency !== null && promotion.currency !== use.currency)
    return refuse('promotion_not_applicable');

  const goodsMinor = goodsFor(promotion, use.lines);
  if (goodsMinor === 0) return refuse('promotion_not_applicable');
  if (goodsMinor < promotion.minSubtotalMinor) {
    return refuse('promotion_below_minimum', { missingMinor: promotion.minSubtotalMinor - goodsMinor });
  }
  return ok(undefined);
}

/** Whether a promotion is about a line at all. */
export function isFor(promotion: Promotion, line: BasketLine): boolean {
  const isSellers = promotion.sellerId === null || promotion.sellerId === line.sellerId;
  return isSellers && (promotion.offers === null || promotion.offers.has(line.offerId));
}

function goodsFor(promotion: Promotion, lines: readonly BasketLine[]): number {
  return lines
    .filter((line) => isFor(promotion, line))
    .reduce((sum, line) => sum + line.unitPriceMinor * line.quantity, 0);
}
