/** Codes buyers type. Owns `db/schema/promotions`. */
export { checkPromotion, type Discount, type Promotion, type PromotionRefusal } from './check-promotion';
export { countRedemptions, findPromotion, redeemPromotion, releasePromotion } from './redeem-promotion';
