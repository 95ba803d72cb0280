import type { Money } from '@/lib/kernel/money';

/** One change of a customer's store credit: a positive amount is more of it. */
export type CreditLine = {
  readonly postingId: string;
  readonly kind: CreditEntryKind;
  readonly amount: Money;
  /** The order it paid for, or came back from; null for a grant. */
  readonly orderId: string | null;
  readonly postedAt: string;
};

export type CreditEntryKind =
  'credit_grant' | 'credit_hold' | 'credit_release' | 'gift_card_redeem' | 'refund';
