/** Store credit: what the market owes its customers to buy with. The balance is the ledger's own. */
export { getCredit, listCreditHistory } from './get-credit';
export { grantCredit } from './grant-credit';
export { holdCredit, releaseCredit } from './hold-credit';
export type { CreditLine } from './model';
