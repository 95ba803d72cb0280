import { BASIS_POINTS } from '@/lib/kernel/money';

/**
 * Prices contain tax, at the standard rate of the country the parcel goes to (destination principle:
 * Directive 2006/112/EC art. 33 for distance sales in the EU). Rates in basis points, as published by the
 * European Commission ("Taxes in Europe" database, 2025) and the national authorities of GB, CH and NO.
 * A country that is not listed has no tax in the price.
 */
const STANDARD_RATES: Readonly<Record<string, number>> = {
  AT: 2000,
  BE: 2100,
  BG: 2000,
  CH: 810,
  CY: 1900,
  CZ: 2100,
  DE: 1900,
  DK: 2500,
  EE: 2400,
  ES: 2100,
  FI: 2550,
  FR: 2000,
  GB: 2000,
  GR: 2400,
  HR: 2500,
  HU: 2700,
  IE: 2300,
  IT: 2200,
  LT: 2100,
  LU: 1700,
  LV: 2100,
  MT: 1800,
  NL: 2100,
  NO: 2500,
  PL: 2300,
  PT: 2300,
  RO: 2100,
  SE: 2500,
  SI: 2200,
  SK: 2300,
};

/** Basis points of tax in what is sent to an ISO 3166-1 alpha-2 country. */
export function taxRateFor(country: string): number {
  return STANDARD_RATES[country] ?? 0;
}

/** The tax contained in a gross amount, rounded half up to the minor unit. Exact: computed in BigInt. */
export function taxWithin(grossMinor: number, basisPoints: number): number {
  const whole = BigInt(BASIS_POINTS + basisPoints);
  return Number((BigInt(grossMinor) * BigInt(basisPoints) * 2n + whole) / (whole * 2n));
}
