import type { Currency } from '@/lib/kernel/money';

/** What a rule is about. Null is everything. */
export type RuleScope = {
  readonly sellerId: string | null;
  /** The category and all above it, the topmost first. */
  readonly categoryLineage: readonly string[] | null;
  readonly productId: string | null;
  readonly currency: Currency | null;
  readonly priceFromMinor: number | null;
  readonly priceBelowMinor: number | null;
  readonly validFrom: Date;
  readonly validUntil: Date | null;
};

/**
 * Whether one line at one moment could fit both. A product may be moved to another category, so that a rule about a
 * product and one about a category are taken to meet.
 */
export function scopesOverlap(a: RuleScope, b: RuleScope): boolean {
  return (
    sameOrAll(a.sellerId, b.sellerId) &&
    sameOrAll(a.productId, b.productId) &&
    categoriesMeet(a.categoryLineage, b.categoryLineage) &&
    bandsMeet(a, b) &&
    timesMeet(a, b)
  );
}

function sameOrAll<T>(a: T | null, b: T | null): boolean {
  return a === null || b === null || a === b;
}

/** One is the other or lies above it. */
function categoriesMeet(a: RuleScope['categoryLineage'], b: RuleScope['categoryLineage']): boolean {
  if (a === null || b === null) return true;
  return a.every((id, depth) => depth >= b.length || b[depth] === id);
}

function bandsMeet(a: RuleScope, b: RuleScope): boolean {
  if (!sameOrAll(a.currency, b.currency)) return false;
  const below = (scope: RuleScope) => scope.priceBelowMinor ?? Infinity;
  return (a.priceFromMinor ?? 0) < below(b) && (b.priceFromMinor ?? 0) < below(a);
}

function timesMeet(a: RuleScope, b: RuleScope): boolean {
  const until = (scope: RuleScope) => scope.validUntil?.getTime() ?? Infinity;
  return a.validFrom.getTime() < until(b) && b.validFrom.getTime() < until(a);
}
