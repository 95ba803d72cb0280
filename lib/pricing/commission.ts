import { applyBasisPoints } from '@/lib/kernel/money';

/** What share of a line the market takes, and by which rule: `market`, `seller` or `rule:<uuid>`. */
export type CommissionRate = { readonly basisPoints: number; readonly rule: string };

/** What the market takes of a line. Frozen on the line when the order is placed. */
export type Commission = CommissionRate & { readonly amountMinor: number };

/** The market's rate where nothing else is agreed. */
export const MARKET_COMMISSION_BASIS_POINTS = 1200;

/** The rate where no rule fits: what was agreed with the seller, or the market's. */
export function standardCommissionRate(sellerBasisPoints: number | null): CommissionRate {
  return sellerBasisPoints === null
    ? { basisPoints: MARKET_COMMISSION_BASIS_POINTS, rule: 'market' }
    : { basisPoints: sellerBasisPoints, rule: 'seller' };
}

/**
 * Commission on the goods after what the seller itself takes off; a discount the market pays for does not
 * lower it, and shipping carries none.
 */
export function commissionOn(
  goodsMinor: number,
  sellerDiscountMinor: number,
  { basisPoints, rule }: CommissionRate,
): Commission {
  return { basisPoints, rule, amountMinor: applyBasisPoints(goodsMinor - sellerDiscountMinor, basisPoints) };
}
