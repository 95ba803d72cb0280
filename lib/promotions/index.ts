/** What takes something off, by a code or by itself. Owns `db/schema/promotions`. */
export { applyPromotions, isWithinBudget, type AppliedPromotion } from './apply-promotions';
export {
  changePromotion,
  switchPromotion,
  type OwnPromotion,
  type PromotionChanges,
} from './change-promotion';
export { checkPromotion, type BasketLine } from './check-promotion';
export { createPromotion, type NewPromotion } from './create-promotion';
export { countRedemptions, findPromotions } from './find-promotions';
export { listOfferPromotions } from './list-offer-promotions';
export { getPromotion, listPromotions, type PromotionOwner } from './list-promotions';
export type { PromotionRefusal } from './model';
export type { Promotion } from './promotion';
export { redeemPromotions, releasePromotions, type RedeemRefusal } from './redeem-promotions';
