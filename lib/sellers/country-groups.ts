import { COUNTRY_CODES } from '@/lib/customers/model';

/** Countries that sellers mostly think of together. Each country is in one group. */
const EU = codes('AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK');
const REST_OF_EUROPE = codes('AD AL AX BA BY CH FO GB GG GI IM IS JE LI MC MD ME MK NO RS RU SJ SM TR UA VA');
const NORTH_AMERICA = codes('CA MX US');

const named: ReadonlySet<string> = new Set([...EU, ...REST_OF_EUROPE, ...NORTH_AMERICA]);

export type CountryGroup = 'eu' | 'europe' | 'america' | 'others';

export const COUNTRY_GROUPS: Readonly<Record<CountryGroup, readonly string[]>> = {
  eu: EU,
  europe: REST_OF_EUROPE,
  america: NORTH_AMERICA,
  others: COUNTRY_CODES.filter((code) => !named.has(code)),
};

function codes(list: string): readonly string[] {
  return list.split(' ');
}
