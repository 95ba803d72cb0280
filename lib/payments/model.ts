/** How the payment of an order stands: plain types for server and browser. */
import type { Money } from '@/lib/kernel/money';

export type PaymentStatus =
  'created' | 'requires_payment' | 'processing' | 'captured' | 'failed' | 'cancelled';

export type RefundView = {
  readonly refundId: string;
  /** The part whose money goes back; null when it is the whole payment's. */
  readonly sellerOrderId: string | null;
  readonly status: 'requested' | 'pending' | 'succeeded' | 'failed';
  /** A seller's words, or a code of the market's. */
  readonly reason: string;
  readonly amount: Money;
  /** What of the commission the seller gets back with it. */
  readonly commission: Money;
  /** What it takes from what the seller keeps. */
  readonly fromSeller: Money;
  /** Which pieces it is for; none when it is the whole payment's. */
  readonly lines: readonly { readonly lineId: string; readonly quantity: number }[];
  readonly requestedAt: string;
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
