/** By which rules the market takes what of a sale. Owns `db/schema/commissions`. */
export { addCommissionRule, endCommissionRule, type NewCommissionRule } from './change-rules';
export { listCommissionRules } from './list-rules';
export { getCommissionRates, type CommissionedLine } from './rates';
export { getTakeHome, type TakeHomeQuestion } from './take-home';
