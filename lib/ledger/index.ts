/** Double-entry bookkeeping. Owns `db/schema/ledger`. */
export {
  postEntries,
  postEntry,
  type Account,
  type AccountKind,
  type EntryKind,
  type NewEntry,
  type Posting,
} from './post-entry';
export { getSellerBalances, listStatement, type SellerBalance, type StatementLine } from './queries';
export {
  providerFeePostings,
  refundPostings,
  salePostings,
  unsoldPaymentPostings,
  unsoldRefundPostings,
  type LineMoney,
} from './sale-postings';
