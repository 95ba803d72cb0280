import { applyBasisPoints } from '@/lib/kernel/money';

/** What the market takes of a line, and by which rule. Frozen on the line when the order is placed. */
export type Commission = {
  readonly basisPoints: number;
  readonly amountMinor: number;
  readonly rule: string;
};

/** The market's rate where a seller has none of its own. */
export const MARKET_COMMISSION_BASIS_POINTS = 1200;

/**
 * Commission on the goods after what the seller itself takes off; a discount the market pays for does not
 * lower it, and shipping carries none.
 */
export function commissionOn(
  goodsMinor: number,
  sellerDiscountMinor: number,
  sellerBasisPoints: number | null,
): Commission {
  const basisPoints = sellerBasisPoints ?? MARKET_COMMISSION_BASIS_POINTS;
  return {
    basisPoints,
    amountMinor: applyBasisPoints(goodsMinor - sellerDiscountMinor, basisPoints),
    rule: sellerBasisPoints === null ? 'market' : 'seller',
  };
}
