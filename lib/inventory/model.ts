/** How much of an offer can be sold, as coarse as pages are cached. */
export type StockBucket = 'in_stock' | 'few_left' | 'out_of_stock';

/** From this quantity down a buyer is told how many are left. */
export const FEW_LEFT = 5;

export function stockBucket(available: number): StockBucket {
  if (available <= 0) return 'out_of_stock';
  return available <= FEW_LEFT ? 'few_left' : 'in_stock';
}
