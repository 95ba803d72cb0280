import { sumMinor } from '@/lib/kernel/money';
import type { Account, Posting } from './post-entry';

/** A sold line's money, or the part of it that goes back. */
export type LineMoney = {
  readonly orderLineId: string;
  readonly sellerOrderId: string;
  readonly sellerId: string;
  /** What the buyer paid for it. */
  readonly totalMinor: number;
  /** What of the total store credit pays; the provider moves the rest. */
  readonly creditMinor: number;
  /** The tax in the total that was added to the price: the market, not the seller, owes it to the authorities. */
  readonly addedTaxMinor: number;
  /** What the market pays on top, so that its own promotion does not cost the seller. */
  readonly marketDiscountMinor: number;
  readonly commissionMinor: number;
};

/**
 * The postings of a sale. The buyer's money is at the provider, but for what store credit pays; the seller is owed the price (what the
 * buyer paid without added tax, and what the market gave) less commission; the commission is earned; added tax is owed
 * to the authorities. Balanced by construction.
 */
export function salePostings(lines: readonly LineMoney[]): Posting[] {
  return paidPostings(lines, { kind: 'store_credit_held' });
}

function paidPostings(lines: readonly LineMoney[], credit: Account): Posting[] {
  const creditMinor = sumMinor(lines.map((line) => line.creditMinor));
  const paidMinor = sumMinor(lines.map((line) => line.totalMinor));
  const promotedMinor = sumMinor(lines.map((line) => line.marketDiscountMinor));
  return [
    { account: { kind: 'provider_clearing' }, amountMinor: paidMinor - creditMinor },
    { account: credit, amountMinor: creditMinor },
    { account: { kind: 'market_promotions' }, amountMinor: promotedMinor },
    ...lines.flatMap((line): Posting[] => {
      const { orderLineId, sellerOrderId } = line;
      const owedMinor =
        line.totalMinor - line.addedTaxMinor + line.marketDiscountMinor - line.commissionMinor;
      return [
        {
          account: { kind: 'seller_pending', sellerId: line.sellerId },
          amountMinor: -owedMinor,
          sellerOrderId,
          orderLineId,
        },
        {
          account: { kind: 'commission_revenue' },
          amountMinor: -line.commissionMinor,
          sellerOrderId,
          orderLineId,
        },
        {
          account: { kind: 'tax_liability' },
          amountMinor: -line.addedTaxMinor,
          sellerOrderId,
          orderLineId,
        },
      ];
    }),
  ];
}

/**
 * A refund is its sale, backwards: every line gives back its own commission, its own discount and its own share of what
 * store credit paid, which goes back to the customer who had it.
 */
export function refundPostings(lines: readonly LineMoney[], customerId: string): Posting[] {
  return paidPostings(lines, { kind: 'store_credit', holderId: customerId }).map((posting) => ({
    ...posting,
    amountMinor: -posting.amountMinor,
  }));
}

/** The postings of a payment that bought nothing: the money is at the provider, and it is the buyer's. */
export function unsoldPaymentPostings(amountMinor: number): Posting[] {
  return [
    { account: { kind: 'provider_clearing' }, amountMinor },
    { account: { kind: 'buyer_refunds' }, amountMinor: -amountMinor },
  ];
}

/** Back with the buyer: the payment, backwards. */
export function unsoldRefundPostings(amountMinor: number): Posting[] {
  return unsoldPaymentPostings(-amountMinor);
}

/** A buyer's bank has taken money back, and may give it back again. */
export function disputeWithdrawnPostings(amountMinor: number): Posting[] {
  return [
    { account: { kind: 'disputed' }, amountMinor },
    { account: { kind: 'provider_clearing' }, amountMinor: -amountMinor },
  ];
}

/** The bank has given it back: the withdrawal, backwards. */
export function disputeReinstatedPostings(amountMinor: number): Posting[] {
  return disputeWithdrawnPostings(-amountMinor);
}

/** What the bank keeps pays the refunds it amounts to, which are posted by themselves; the rest costs the market. */
export function disputeLostPostings(lost: {
  readonly takenMinor: number;
  readonly refundedMinor: number;
}): Posting[] {
  const { takenMinor, refundedMinor } = lost;
  return [
    { account: { kind: 'disputed' }, amountMinor: -takenMinor },
    { account: { kind: 'provider_clearing' }, amountMinor: refundedMinor },
    { account: { kind: 'dispute_losses' }, amountMinor: takenMinor - refundedMinor },
  ];
}

/** The postings of what the provider keeps for moving money: a cost of the market, taken from what is there. */
export function providerFeePostings(feeMinor: number): Posting[] {
  return [
    { account: { kind: 'provider_fees' }, amountMinor: feeMinor },
    { account: { kind: 'provider_clearing' }, amountMinor: -feeMinor },
  ];
}
