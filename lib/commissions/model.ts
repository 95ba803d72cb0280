import type { Money } from '@/lib/kernel/money';

/** A rule as operators see it; what it is not narrowed by is null. */
export type CommissionRuleView = {
  readonly ruleId: string;
  readonly name: string;
  readonly precedence: number;
  readonly basisPoints: number;
  readonly sellerName: string | null;
  readonly categorySlug: string | null;
  readonly productSlug: string | null;
  readonly priceFrom: Money | null;
  readonly priceBelow: Money | null;
  readonly validFrom: string;
  readonly validUntil: string | null;
  readonly state: 'coming' | 'valid' | 'ended';
};
