/** How the payment of an order stands: plain types for server and browser. */
import type { Money } from '@/lib/kernel/money';

export type PaymentStatus =
  'created' | 'requires_payment' | 'processing' | 'captured' | 'failed' | 'cancelled';

export type RefundStatus = 'requested' | 'pending' | 'succeeded' | 'failed';

export type RefundView = {
  readonly refundId: string;
  /** The part whose money goes back; null when it is the whole payment's. */
  readonly sellerOrderId: string | null;
  readonly status: RefundStatus;
  /** A seller's words, or a code of the market's. */
  readonly reason: string;
  readonly amount: Money;
  /** What of the amount goes back to the buyer's store credit. */
  readonly toCredit: Money;
  /** What of the commission the seller gets back with it. */
  readonly commission: Money;
  /** What it takes from what the seller keeps. */
  readonly fromSeller: Money;
  /** How often it has failed. */
  readonly failures: number;
  /** Which pieces it is for; none when it is the whole payment's. */
  readonly lines: readonly { readonly lineId: string; readonly quantity: number }[];
  readonly requestedAt: string;
};

export type DisputeStatus = 'needs_response' | 'under_review' | 'won' | 'lost' | 'closed';

/** A buyer's bank asks for the money back, as seller and staff see it. */
export type DisputeView = {
  readonly disputeId: string;
  readonly status: DisputeStatus;
  /** The provider's word: `fraudulent`, `product_not_received`, … */
  readonly reason: string;
  readonly amount: Money;
  /** The bank only asks, and has taken nothing. */
  readonly isInquiry: boolean;
  readonly openedAt: string;
  readonly evidenceDueAt: string | null;
  readonly submittedAt: string | null;
  readonly closedAt: string | null;
  readonly evidence: readonly { readonly text: string; readonly addedAt: string }[];
};

/** A refund that did not arrive, as operators see to it. */
export type FailedRefund = {
  readonly refundId: string;
  readonly orderNumber: string;
  readonly amount: Money;
  /** Why, as the provider's code. */
  readonly failureCode: string | null;
  readonly failures: number;
  /** When it is sent again by itself; null when it has failed too often. */
  readonly nextTryAt: string | null;
};

export type PaymentView = {
  readonly status: PaymentStatus;
  readonly amount: Money;
  /** `Visa •••• 4242`, once known. */
  readonly method: string;
  /** Why the last attempt failed, as the provider's code. */
  readonly failureCode: string | null;
  readonly refunds: readonly RefundView[];
};
