import type { Currency, Money } from '@/lib/kernel/money';
import type { AccountKind, CreditEntry, EntryKind } from './post-entry';
import type { SellerAccountKind } from './seller-postings';

/** What the market owes a seller, per currency, in minor units. */
export type SellerBalance = {
  readonly currency: Currency;
  /** Of orders that are not released yet. */
  readonly pendingMinor: number;
  readonly availableMinor: number;
  readonly reservedMinor: number;
  /** Of payouts that the provider has not sent yet. */
  readonly payingOutMinor: number;
};

/** What changes what a seller is owed. */
export type SellerEntryKind = Exclude<
  EntryKind,
  'unsold_payment' | 'refund_returned' | 'provider_fee' | `dispute_${string}` | CreditEntry
>;

/**
 * One line of a seller's statement. `amountMinor` is what it adds to one of the balances: each is the sum of its lines.
 */
export type StatementLine = {
  readonly postingId: string;
  readonly kind: SellerEntryKind;
  /** Which of the seller's balances it changes. */
  readonly account: SellerAccountKind;
  readonly amountMinor: number;
  readonly currency: Currency;
  readonly sellerOrderId: string | null;
  readonly postedAt: Date;
};

/** What one entry about an order moved on one account. */
export type OrderEntryLine = {
  readonly entryId: string;
  readonly kind: EntryKind;
  readonly postedAt: string;
  readonly account: AccountKind;
  /** Whose account it is; null when it is the market's or a customer's. */
  readonly sellerId: string | null;
  /** Debits are positive, credits negative. The lines of an entry sum to nothing. */
  readonly amount: Money;
};
