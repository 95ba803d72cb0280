/** Codes buyers type. Owns `db/schema/promotions`. */
export { checkPromotion, type Discount, type Promotion } from './check-promotion';
export type { PromotionRefusal } from './model';
export { countRedemptions, findPromotion, redeemPromotion, releasePromotion } from './redeem-promotion';
