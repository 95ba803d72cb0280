/** How much of an offer can be sold, as coarse as pages are cached. */
export type StockBucket = 'in_stock' | 'few_left' | 'out_of_stock';

/** From this quantity down a buyer is told how many are left. */
export const FEW_LEFT = 5;

export function stockBucket(available: number): StockBucket {
  if (available <= 0) return 'out_of_stock';
  return available <= FEW_LEFT ? 'few_left' : 'in_stock';
}

export type StockCause = 'imported' | 'edited' | 'shipped' | 'returned';

/** One change of what is on hand of an offer. */
export type StockMovement = {
  readonly movementId: string;
  /** ISO 8601. */
  readonly at: string;
  readonly delta: number;
  /** What was on hand after it. */
  readonly onHand: number;
  readonly cause: StockCause;
  /** Who counted, where somebody did. */
  readonly by: string | null;
  /** With which order it left, or came back. */
  readonly order: { readonly number: string; readonly sellerOrderId: string } | null;
};
