import type { SaleLine } from '@/db/schema/invoices';
import { groupBy } from '@/lib/kernel/group-by';
import { sumMinor } from '@/lib/kernel/money';

export type RateTotals = Pick<SaleLine, 'taxBasisPoints' | 'taxMinor' | 'totalMinor'>;

/** What the lines of each tax rate sum to, the highest rate first: the same cents as on the lines, none computed anew. */
export function taxByRate(lines: readonly RateTotals[]): RateTotals[] {
  return [...groupBy(lines, ({ taxBasisPoints }) => taxBasisPoints)]
    .map(([taxBasisPoints, taxed]) => ({
      taxBasisPoints,
      taxMinor: sumMinor(taxed.map(({ taxMinor }) => taxMinor)),
      totalMinor: sumMinor(taxed.map(({ totalMinor }) => totalMinor)),
    }))
    .toSorted((a, b) => b.taxBasisPoints - a.taxBasisPoints);
}
