/** Double-entry bookkeeping. Owns `db/schema/ledger`. */
export { postEntry, type Account, type AccountKind, type NewEntry, type Posting } from './post-entry';
export { getSellerBalances, listStatement, type SellerBalance, type StatementLine } from './queries';
export {
  refundPostings,
  salePostings,
  unsoldPaymentPostings,
  unsoldRefundPostings,
  type LineMoney,
} from './sale-postings';
