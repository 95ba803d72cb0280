/** Why a code does not count for a basket; codes of the error table. */
export type PromotionRefusal =
  | 'promotion_unknown'
  | 'promotion_expired'
  | 'promotion_used_up'
  | 'promotion_already_used'
  | 'promotion_below_minimum'
  | 'promotion_not_applicable';
