import type { AccountKind, Posting } from './post-entry';

/** The accounts of what a seller is owed. */
export type SellerAccountKind = Extract<AccountKind, `seller_${string}`>;

/** What a seller is owed moves from one of the seller's accounts to another; a negative amount the other way. */
export function moveOwedPostings(move: {
  readonly sellerId: string;
  readonly from: SellerAccountKind;
  readonly to: SellerAccountKind;
  readonly amountMinor: number;
  readonly sellerOrderId?: string;
}): Posting[] {
  const { sellerId, from, to, amountMinor, sellerOrderId } = move;
  return [
    { account: { kind: from, sellerId }, amountMinor, sellerOrderId },
    { account: { kind: to, sellerId }, amountMinor: -amountMinor, sellerOrderId },
  ];
}

/** A seller pays for the label with which goods of an order came back; its carrier bills the market. */
export function labelPostings(label: {
  readonly sellerId: string;
  readonly sellerOrderId: string;
  readonly priceMinor: number;
}): Posting[] {
  const { sellerId, sellerOrderId, priceMinor } = label;
  return [
    { account: { kind: 'seller_pending', sellerId }, amountMinor: priceMinor, sellerOrderId },
    { account: { kind: 'shipping_labels' }, amountMinor: -priceMinor, sellerOrderId },
  ];
}

/** The provider has sent a payout: it is owed no longer, and no longer there. */
export function transferPostings(sellerId: string, amountMinor: number): Posting[] {
  return [
    { account: { kind: 'seller_paying_out', sellerId }, amountMinor },
    { account: { kind: 'provider_clearing' }, amountMinor: -amountMinor },
  ];
}

/** Money of a transfer has come back: it is there again, and makes up for what the seller owed. */
export function reversalPostings(sellerId: string, amountMinor: number): Posting[] {
  return [
    { account: { kind: 'provider_clearing' }, amountMinor },
    { account: { kind: 'seller_available', sellerId }, amountMinor: -amountMinor },
  ];
}
