import type { Currency, Money } from '@/lib/kernel/money';
import type { Period } from './period';

/** What can be added up of days. */
export type Counts = {
  readonly shown: number;
  readonly viewed: number;
  readonly inBuyBox: number;
  readonly soldOut: number;
  readonly carted: number;
  readonly orders: number;
  readonly units: number;
  /** Goods less the discounts the seller paid for, in the currency the insight is in. */
  readonly salesMinor: number;
  readonly cancelledUnits: number;
  readonly returnedUnits: number;
  readonly lateOrders: number;
  readonly cancelledOrders: number;
  readonly disputedOrders: number;
};

export type CountedDay = Counts & { readonly day: string };

/** One product in a period. */
export type ProductInsight = {
  readonly productId: string;
  readonly slug: string;
  readonly title: string;
  readonly units: number;
  readonly unitsBefore: number;
  readonly sales: Money;
  readonly viewed: number;
  readonly inBuyBox: number;
  readonly soldOut: number;
};

export type FoundBy = { readonly term: string; readonly shown: number; readonly viewed: number };

/** A seller's days in a period and in the one before it. */
export type CountedPeriod = {
  readonly period: Period;
  /** In which most was sold; what was sold in others is not added to it. */
  readonly currency: Currency;
  readonly otherCurrencies: readonly Currency[];
  /** One for each day, also for those on which nothing happened. */
  readonly days: readonly CountedDay[];
  readonly daysBefore: readonly CountedDay[];
};

/** And what was sold and searched for in it. */
export type Insight = CountedPeriod & {
  readonly soldBest: readonly ProductInsight[];
  /** Looked at while there was none of it. */
  readonly missed: readonly ProductInsight[];
  readonly terms: readonly FoundBy[];
};

export const NOTHING: Counts = {
  ...{ shown: 0, viewed: 0, inBuyBox: 0, soldOut: 0, carted: 0 },
  ...{ orders: 0, units: 0, salesMinor: 0, cancelledUnits: 0, returnedUnits: 0 },
  ...{ lateOrders: 0, cancelledOrders: 0, disputedOrders: 0 },
};

const COUNTS = Object.keys(NOTHING) as readonly (keyof Counts)[];

export function addUp(days: readonly Counts[]): Counts {
  const sums: Record<keyof Counts, number> = { ...NOTHING };
  for (const day of days) for (const count of COUNTS) sums[count] += day[count];
  return sums;
}

/** A share in basis points, rounded; null of nothing. */
export function shareOf(part: number, whole: number): number | null {
  return whole === 0 ? null : Math.round((10_000 * part) / whole);
}

/**
 * What was probably not sold because there was none: views while the seller had nothing of the product, times what a
 * view brought while there was some. `sales x soldOut / (viewed - soldOut)`, rounded down; nothing when nobody looked
 * while there was some, as then nothing is known of what a view brings.
 */
export function stockOutCost({
  salesMinor,
  soldOut,
  viewed,
}: Pick<Counts, 'salesMinor' | 'soldOut' | 'viewed'>): number {
  const whileInStock = viewed - soldOut;
  return whileInStock > 0 ? Number((BigInt(salesMinor) * BigInt(soldOut)) / BigInt(whileInStock)) : 0;
}

type Measuring = {
  /** Money in minor units of the insight's currency; a share in basis points. */
  readonly unit: 'money' | 'number' | 'share';
  /** Null where there is nothing to measure. */
  readonly of: (counts: Counts) => number | null;
};

/** What a seller can look at, of a day as of a period. */
export const MEASURES = {
  sales: { unit: 'money', of: ({ salesMinor }) => salesMinor },
  orders: { unit: 'number', of: ({ orders }) => orders },
  units: { unit: 'number', of: ({ units }) => units },
  viewed: { unit: 'number', of: ({ viewed }) => viewed },
  conversion: { unit: 'share', of: ({ units, viewed }) => shareOf(units, viewed) },
  carted: { unit: 'number', of: ({ carted }) => carted },
  buyBox: { unit: 'share', of: ({ inBuyBox, viewed }) => shareOf(inBuyBox, viewed) },
  returned: { unit: 'share', of: ({ returnedUnits, units }) => shareOf(returnedUnits, units) },
  stockOut: { unit: 'money', of: stockOutCost },
} as const satisfies Readonly<Record<string, Measuring>>;

export type Measure = keyof typeof MEASURES;

export const MEASURE_NAMES = Object.keys(MEASURES) as [Measure, ...Measure[]];

/** What an account is measured by, each as a share of orders or pieces, and from where on it is too much. */
export const HEALTH_LIMITS = { late: 400, cancelled: 250, returned: 1000, disputed: 100 } as const;

export type HealthMeasure = keyof typeof HEALTH_LIMITS;

export type Measured = {
  readonly measure: HealthMeasure;
  readonly part: number;
  readonly whole: number;
  /** In basis points, as the limit is; null while nothing was sold. */
  readonly share: number | null;
  readonly limit: number;
  readonly isGood: boolean;
};

export type SoldCounts = Pick<
  Counts,
  'orders' | 'units' | 'returnedUnits' | 'lateOrders' | 'cancelledOrders' | 'disputedOrders'
>;

export function healthOf(counts: SoldCounts): Measured[] {
  const { orders, units } = counts;
  return [
    measured('late', counts.lateOrders, orders),
    measured('cancelled', counts.cancelledOrders, orders),
    measured('returned', counts.returnedUnits, units),
    measured('disputed', counts.disputedOrders, orders),
  ];
}

function measured(measure: HealthMeasure, part: number, whole: number): Measured {
  const share = shareOf(part, whole);
  const limit = HEALTH_LIMITS[measure];
  return { measure, part, whole, share, limit, isGood: share === null || share <= limit };
}
