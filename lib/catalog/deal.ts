import type { Currency, Money } from '@/lib/kernel/money';
import type { Deal } from './model';

/**
 * A reduced price as pages show it, or nothing once the sale is over. The percentage is rounded down: what is
 * promised is never more than what is given.
 */
export function dealOf(
  priceMinor: number,
  compareAtMinor: number | null,
  saleEndsAt: string | null,
  currency: Currency,
  now: Date = new Date(),
): { readonly compareAt: Money | null; readonly deal: Deal | null } {
  const endsAt = saleEndsAt === null ? null : new Date(saleEndsAt);
  if (compareAtMinor === null || compareAtMinor <= priceMinor || (endsAt && endsAt <= now)) {
    return { compareAt: null, deal: null };
  }
  return {
    compareAt: { amountMinor: compareAtMinor, currency },
    deal: {
      percentOff: Math.floor(((compareAtMinor - priceMinor) * 100) / compareAtMinor),
      endsAt: endsAt?.toISOString() ?? null,
    },
  };
}
