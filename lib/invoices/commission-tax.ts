import type { CommissionTaxRule } from '@/db/schema/invoices';
import { taxTermsFor } from '@/lib/pricing';
import { COUNTRY_GROUPS } from '@/lib/sellers';

export type CommissionTax = { readonly rule: CommissionTaxRule; readonly basisPoints: number };

/**
 * How a commission is taxed: a service to a business is supplied where that business is (Directive 2006/112/EC art. 44).
 * At home the market's own rate is contained in it; elsewhere in the Union the seller owes the tax (art. 196); outside
 * the Union it is not taxed here.
 */
export function commissionTax(marketCountry: string, sellerCountry: string, at: Date): CommissionTax {
  if (sellerCountry === marketCountry) {
    const home = taxTermsFor({ country: marketCountry, postalCode: '' }, at);
    return { rule: 'domestic', basisPoints: home.rateOf('general').basisPoints };
  }
  const { eu } = COUNTRY_GROUPS;
  const rule = eu.includes(marketCountry) && eu.includes(sellerCountry) ? 'reverse_charge' : 'outside_eu';
  return { rule, basisPoints: 0 };
}
