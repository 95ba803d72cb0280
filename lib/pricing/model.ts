export type { TaxClass, TaxMode } from './tax-row';

/** Where a parcel goes, as far as tax asks. */
export type Destination = {
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  /** As typed; empty while nobody has said. */
  readonly postalCode: string;
};

/** Countries in which the postal code decides about tax; elsewhere the country alone does. */
export const COUNTRIES_TAXED_BY_POSTAL_CODE = ['US', 'CA', 'ES', 'PT'] as const;

/** As much of a postal code as says which region it is in. */
export const TELLING_DIGITS = 5;

export function isTaxedByPostalCode(
  country: string,
): country is (typeof COUNTRIES_TAXED_BY_POSTAL_CODE)[number] {
  return COUNTRIES_TAXED_BY_POSTAL_CODE.some((each) => each === country);
}
