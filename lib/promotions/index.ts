/** What takes something off, by a code or by itself. Owns `db/schema/promotions`. */
export { applyPromotions, isWithinBudget, type AppliedPromotion } from './apply-promotions';
export { checkPromotion, type BasketLine } from './check-promotion';
export { countRedemptions, findPromotions } from './find-promotions';
export type { PromotionRefusal } from './model';
export type { Promotion } from './promotion';
export { redeemPromotions, releasePromotions, type RedeemRefusal } from './redeem-promotions';
