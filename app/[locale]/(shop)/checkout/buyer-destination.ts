import { headers } from 'next/headers';
import { listAddresses } from '@/lib/customers';
import { COUNTRY_CODES } from '@/lib/customers/model';
import { DEFAULT_MARKET } from '@/lib/kernel/market';
import type { Destination } from '@/lib/pricing/model';
import type { Database } from '@/lib/platform/database';

/**
 * Where parcels would go before anybody said so: the default address, else the country the browser's language
 * names (`pt-PT`), else the market's own.
 */
export async function buyerDestination(db: Database, customerId: string | null): Promise<Destination> {
  const [address] = customerId ? await listAddresses(db, customerId) : [];
  if (address) return address;
  const region = /^[a-z]{2,3}-([A-Z]{2})\b/.exec((await headers()).get('accept-language') ?? '')?.[1];
  const country = region && COUNTRY_CODES.includes(region) ? region : DEFAULT_MARKET.country;
  return { country, postalCode: '' };
}
