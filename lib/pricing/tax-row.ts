import type { TaxCategory } from '@/lib/kernel/tax-category';

export type TaxClass = 'standard' | 'reduced' | 'super_reduced' | 'zero' | 'exempt';

/** Whether prices contain tax, or tax is added to them at checkout. */
export type TaxMode = 'inclusive' | 'exclusive';

/** A rate in basis points; hundredths of them are the finest there are (Quebec: 1497.5). */
export type TaxRate = { readonly taxClass: TaxClass; readonly basisPoints: number };

/** What holds in a place for a time. */
export type TaxRow = {
  /** A country, or a region of one: `DE`, `US-CA`. */
  readonly place: string;
  readonly mode: TaxMode;
  /** ISO dates: from the first on, until (and without) the last. Null is open. */
  readonly from: string | null;
  readonly until: string | null;
  readonly standard: number;
  /** Only what differs from the standard rate. */
  readonly less: Readonly<Partial<Record<TaxCategory, TaxRate>>>;
  /** Whether delivery is taxed as the goods delivered are. */
  readonly taxesShipping: boolean;
};

export const ZERO_RATE: TaxRate = { taxClass: 'zero', basisPoints: 0 };

export const reducedTo = (basisPoints: number): TaxRate => ({ taxClass: 'reduced', basisPoints });
