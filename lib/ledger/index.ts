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
export { CLOSED_UNTIL, closeBooks } from './close-books';
export type { OrderEntryLine, SellerBalance, StatementLine } from './model';
export { getHolderBalances, listHolderPostings } from './holder-queries';
export { listOrderEntries } from './list-order-entries';
export { getSellerBalances, listStatement } from './queries';
export {
  labelPostings,
  moveOwedPostings,
  reversalPostings,
  transferPostings,
  type SellerAccountKind,
} from './seller-postings';
export {
  disputeLostPostings,
  disputeReinstatedPostings,
  disputeWithdrawnPostings,
  providerFeePostings,
  refundPostings,
  salePostings,
  unsoldPaymentPostings,
  unsoldRefundPostings,
  type LineMoney,
} from './sale-postings';
