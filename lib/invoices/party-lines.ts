import type { Party } from '@/db/schema/invoices';
import { countryName, translator, type Locale } from '@/lib/i18n';

/** Somebody's name and address as they stand on paper, line by line. */
export function partyLines(party: Party, locale: Locale): string[] {
  const t = translator(locale, 'invoices');
  return [
    party.name,
    party.tradesAs && t('document.tradesAs', { name: party.tradesAs }),
    ...party.line1.split('\n'),
    party.line2,
    `${party.postalCode} ${party.city}`,
    party.region,
    countryName(party.country, locale),
    party.vatId && t('document.vatId', { number: party.vatId }),
  ].filter((line) => line.trim() !== '');
}
