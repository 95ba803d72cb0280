import { COUNTRY_CODES } from '@/lib/customers/model';
import { parsePublicId } from '@/lib/kernel/ids';
import { TELLING_DIGITS, type Destination } from '@/lib/pricing/model';

const LONGEST_CODE = 40;
const MOST_PARCELS = 100;

type Query = Readonly<Record<string, string | string[] | undefined>>;

/** Where to, from the page's address; null when it names no country. */
export function destinationIn(query: Query): Destination | null {
  const { country, postcode } = query;
  if (typeof country !== 'string' || !COUNTRY_CODES.includes(country)) return null;
  return { country, postalCode: typeof postcode === 'string' ? postcode.slice(0, TELLING_DIGITS) : '' };
}

/** Whether store credit is to pay what it can. */
export function usesCredit({ credit }: Query): boolean {
  return credit === 'use';
}

/** Chosen delivery by seller, from `sel_…=express` pairs. What makes no sense is passed over. */
export function deliveriesIn(query: Query): ReadonlyMap<string, string> {
  const pairs = Object.entries(query).flatMap(([name, code]): [string, string][] => {
    const sellerId = parsePublicId('sel', name);
    return sellerId && typeof code === 'string' && code.length <= LONGEST_CODE ? [[sellerId, code]] : [];
  });
  return new Map(pairs.slice(0, MOST_PARCELS));
}
