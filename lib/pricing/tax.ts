import { groupBy } from '@/lib/kernel/group-by';
import { BASIS_POINTS } from '@/lib/kernel/money';
import type { TaxCategory } from '@/lib/kernel/tax-category';
import type { Destination } from './model';
import { taxPlaceOf } from './tax-places';
import { ZERO_RATE, type TaxMode, type TaxRate, type TaxRow } from './tax-row';
import { EUROPE } from './tax-table-europe';
import { NORTH_AMERICA } from './tax-table-north-america';

/**
 * What tax there is on what goes to one place at one time (destination principle: Directive 2006/112/EC art. 33 for
 * distance sales in the Union, and the same by state and province in North America).
 */
export type TaxTerms = {
  readonly mode: TaxMode;
  /** False while the postal code has not said which region's tax it is: then there is none in the quote yet. */
  readonly isKnown: boolean;
  readonly taxesShipping: boolean;
  rateOf(category: TaxCategory): TaxRate;
};

const EXEMPT: TaxRate = { taxClass: 'exempt', basisPoints: 0 };

const TABLE: readonly TaxRow[] = [...EUROPE, ...NORTH_AMERICA];

const ROWS: ReadonlyMap<string, readonly TaxRow[]> = groupBy(TABLE, ({ place }) => place);

/** Countries whose every region adds its own tax: without the region, only the mode is known. */
const BY_REGION_ONLY: ReadonlySet<string> = new Set(
  TABLE.filter(({ mode }) => mode === 'exclusive').map(({ place }) => place.split('-')[0]!),
);

/** The terms of a destination at a time. A place that is not in the table has no tax in its prices. */
export function taxTermsFor(destination: Destination, at: Date): TaxTerms {
  const place = taxPlaceOf(destination) ?? destination.country;
  const day = at.toISOString().slice(0, 10);
  const row = (ROWS.get(place) ?? []).find(
    ({ from, until }) => (from === null || from <= day) && (until === null || day < until),
  );
  if (row) return termsOf(row);
  const isKnown = !BY_REGION_ONLY.has(destination.country);
  return { mode: isKnown ? 'inclusive' : 'exclusive', isKnown, taxesShipping: true, rateOf: () => ZERO_RATE };
}

function termsOf({ mode, taxesShipping, standard, less }: TaxRow): TaxTerms {
  const usual: TaxRate = { taxClass: 'standard', basisPoints: standard };
  return {
    mode,
    taxesShipping,
    isKnown: true,
    rateOf: (category) =>
      category === 'exempt' ? EXEMPT : (less[category] ?? (standard === 0 ? ZERO_RATE : usual)),
  };
}

/** The finest a rate is told in: hundredths of a basis point. */
const FINENESS = 100;

/** The tax contained in a gross amount, rounded half up to the minor unit. Exact: computed in BigInt. */
export function taxWithin(grossMinor: number, basisPoints: number): number {
  const rate = BigInt(Math.round(basisPoints * FINENESS));
  return divideHalfUp(BigInt(grossMinor) * rate, BigInt(BASIS_POINTS * FINENESS) + rate);
}

/** The tax that comes on top of a net amount, rounded half up to the minor unit. Exact: computed in BigInt. */
export function taxOnTop(netMinor: number, basisPoints: number): number {
  const rate = BigInt(Math.round(basisPoints * FINENESS));
  return divideHalfUp(BigInt(netMinor) * rate, BigInt(BASIS_POINTS * FINENESS));
}

function divideHalfUp(amount: bigint, by: bigint): number {
  return Number((amount * 2n + by) / (by * 2n));
}
