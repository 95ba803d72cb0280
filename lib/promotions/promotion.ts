import type { promotions } from '@/db/schema/promotions';
import type { PlainReduction, PromotionStatus, PromotionTerms, Reduction } from './model';

/** A promotion as baskets meet it. */
export type Promotion = PromotionTerms & {
  readonly id: string;
  readonly sellerId: string | null;
  readonly status: PromotionStatus;
  /** How many pieces of which offers; null for all. */
  readonly offers: ReadonlyMap<string, number> | null;
  readonly redemptions: number;
  readonly spentMinor: number;
};

export type PromotionRow = typeof promotions.$inferSelect;

export function toReduction(row: PromotionRow): Reduction {
  const { kind, basisPoints, buyQuantity, getQuantity } = row;
  if (kind === 'free_delivery') return { kind };
  if (kind === 'bundle') return { kind, off: toPlainReduction(row) };
  if (kind !== 'buy_get') return toPlainReduction(row);
  if (buyQuantity === null || getQuantity === null || basisPoints === null) throw withoutValue(row);
  return { kind, buyQuantity, getQuantity, basisPoints };
}

function toPlainReduction(row: PromotionRow): PlainReduction {
  const { basisPoints, amountMinor } = row;
  if (basisPoints !== null) return { kind: 'percent', basisPoints };
  if (amountMinor !== null) return { kind: 'fixed', amountMinor };
  throw withoutValue(row);
}

/** Constraints of the table rule it out. */
function withoutValue({ id }: PromotionRow): Error {
  return new Error(`Promotion ${id} has no value`);
}

/** Whether what it has done is counted as it is used. */
export function isCounted({
  maxRedemptions,
  maxPerCustomer,
  budgetMinor,
}: Pick<PromotionTerms, 'maxRedemptions' | 'maxPerCustomer' | 'budgetMinor'>): boolean {
  return maxRedemptions !== null || maxPerCustomer !== null || budgetMinor !== null;
}
