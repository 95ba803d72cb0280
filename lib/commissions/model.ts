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

/** What is left of one sold piece for its seller. Prices contain tax; so does what is charged for delivery. */
export type TakeHome = {
  readonly price: Money;
  /** What the buyer pays for delivery; zero where it is free from this price on. */
  readonly delivery: Money;
  readonly commission: Money;
  readonly commissionBasisPoints: number;
  /** The rule that holds: the market's rate, one agreed with this seller, or a rule with a name. */
  readonly commissionRule: { readonly kind: 'market' | 'seller' | 'rule'; readonly name: string };
  /** What the payment provider takes from the seller: nothing, since the market pays it. */
  readonly providerFee: Money;
  /** What reaches the seller's account. */
  readonly paidOut: Money;
  /** Contained in price and delivery at the rate of the market's home country; the seller owes it. */
  readonly tax: Money;
  readonly taxBasisPoints: number;
  /** What sending the piece costs the seller. */
  readonly postage: Money;
  /** Paid out, less tax and postage; negative where the seller would pay for selling. */
  readonly keeps: Money;
};
