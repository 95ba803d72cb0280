import type { Comparison, Finding, TrialBalanceRow } from '@/db/schema/proof';

export type { Comparison, Finding, TrialBalanceRow };

/** What can be compared between books and provider. */
export const COMPARED = [
  'payments',
  'refunds',
  'disputes',
  'transfers',
  'reversals',
  'opening',
  'fees',
  'other',
  'balance',
] as const satisfies readonly Comparison['what'][];

/** A proof as it was written down. */
export type ProofRecord = {
  readonly provedAt: string;
  readonly broken: number;
  readonly findings: readonly Finding[];
  readonly trialBalance: readonly TrialBalanceRow[];
  readonly comparison: readonly Comparison[];
};
