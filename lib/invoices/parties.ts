import type { Party } from '@/db/schema/invoices';
import { DEFAULT_LOCALE, translator } from '@/lib/i18n';
import { DEFAULT_MARKET } from '@/lib/kernel/market';
import type { Address } from '@/lib/orders/model';
import type { Executor } from '@/lib/platform/database';
import { env } from '@/lib/platform/env';
import { getBusiness, getSeller } from '@/lib/sellers';

const NOTHING_KNOWN = {
  tradesAs: '',
  line1: '',
  line2: '',
  postalCode: '',
  city: '',
  region: '',
  vatId: '',
} as const;

/** The seller as the business it is, or as the shop it is called where no more is known. */
export async function sellerParty(db: Executor, sellerId: string): Promise<Party> {
  const [seller, business] = await Promise.all([getSeller(db, sellerId), getBusiness(db, sellerId)]);
  if (!seller) throw new Error(`Seller ${sellerId} does not exist`);
  const { name, city, country } = seller;
  if (!business) return { ...NOTHING_KNOWN, name, city, country };
  const { legalName, ...address } = business;
  return { ...address, name: legalName, tradesAs: name === legalName ? '' : name };
}

export function buyerParty({ recipient, phone: _phone, ...address }: Address): Party {
  return { ...NOTHING_KNOWN, ...address, name: recipient };
}

/** Who runs the market, as its installation says; by the market's name where it does not. */
export function marketParty(): Party {
  const name = translator(DEFAULT_LOCALE, 'pwa')('shortName');
  const { OPERATOR_NAME, OPERATOR_ADDRESS, OPERATOR_VAT_ID } = env();
  return {
    ...NOTHING_KNOWN,
    name: OPERATOR_NAME ?? name,
    tradesAs: OPERATOR_NAME === undefined || OPERATOR_NAME === name ? '' : name,
    line1: OPERATOR_ADDRESS ?? '',
    country: DEFAULT_MARKET.country,
    vatId: OPERATOR_VAT_ID ?? '',
  };
}
