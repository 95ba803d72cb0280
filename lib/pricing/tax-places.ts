import { isTaxedByPostalCode, type COUNTRIES_TAXED_BY_POSTAL_CODE, type Destination } from './model';

/** The region a postal code is in: empty where the country's own tax applies, null when it cannot be told. */
type RegionReader = (postalCode: string) => string | null;

const READERS: Readonly<Record<(typeof COUNTRIES_TAXED_BY_POSTAL_CODE)[number], RegionReader>> = {
  US: (code) => stateOfZip(code),
  CA: (code) => PROVINCES[code.charAt(0)] ?? null,
  ES: (code) => islandOf(code, { '35': 'CN', '38': 'CN', '51': 'CE', '52': 'ML' }),
  PT: (code) => (/^9[0-4]/.test(code) ? '30' : /^9[5-9]/.test(code) ? '20' : ''),
};

/**
 * The place whose tax applies: a country (`DE`), or a region of it (`US-CA`, `ES-CN`) by the postal code. Null when the
 * region cannot be told, which matters only in countries without a tax of their own.
 */
export function taxPlaceOf({ country, postalCode }: Destination): string | null {
  if (!isTaxedByPostalCode(country)) return country;
  const region = READERS[country](postalCode.replaceAll(/\s/g, '').toUpperCase());
  if (region === null) return null;
  return region ? `${country}-${region}` : country;
}

function islandOf(code: string, islands: Readonly<Record<string, string>>): string {
  return islands[code.slice(0, 2)] ?? '';
}

/** By the first letter (Canada Post). X is shared by two territories, which tax alike. */
const PROVINCES: Readonly<Record<string, string>> = {
  ...{ A: 'NL', B: 'NS', C: 'PE', E: 'NB', G: 'QC', H: 'QC', J: 'QC', K: 'ON', L: 'ON', M: 'ON', N: 'ON' },
  ...{ P: 'ON', R: 'MB', S: 'SK', T: 'AB', V: 'BC', X: 'NT', Y: 'YT' },
};

function stateOfZip(code: string): string | null {
  if (!/^\d{5}(-?\d{4})?$/.test(code)) return null;
  const prefix = Number(code.slice(0, 3));
  return ZIP_PREFIXES.find(([first, last]) => prefix >= first && prefix <= last)?.[2] ?? null;
}

/** By the first three digits (USPS Publication L002). `AP` stands for the armed forces abroad. */
const ZIP_PREFIXES: readonly (readonly [first: number, last: number, state: string])[] = [
  ...([
    [5, 5, 'NY'],
    [6, 7, 'PR'],
    [8, 8, 'VI'],
    [9, 9, 'PR'],
    [10, 27, 'MA'],
    [28, 29, 'RI'],
  ] as const),
  ...([
    [30, 38, 'NH'],
    [39, 49, 'ME'],
    [50, 54, 'VT'],
    [55, 55, 'MA'],
    [56, 59, 'VT'],
    [60, 62, 'CT'],
  ] as const),
  ...([
    [63, 63, 'NY'],
    [64, 69, 'CT'],
    [70, 89, 'NJ'],
    [90, 98, 'AP'],
    [100, 149, 'NY'],
    [150, 196, 'PA'],
  ] as const),
  ...([
    [197, 199, 'DE'],
    [200, 200, 'DC'],
    [201, 201, 'VA'],
    [202, 205, 'DC'],
    [206, 219, 'MD'],
  ] as const),
  ...([
    [220, 246, 'VA'],
    [247, 268, 'WV'],
    [270, 289, 'NC'],
    [290, 299, 'SC'],
    [300, 319, 'GA'],
  ] as const),
  ...([
    [320, 339, 'FL'],
    [340, 340, 'AP'],
    [341, 349, 'FL'],
    [350, 369, 'AL'],
    [370, 385, 'TN'],
  ] as const),
  ...([
    [386, 397, 'MS'],
    [398, 399, 'GA'],
    [400, 427, 'KY'],
    [430, 459, 'OH'],
    [460, 479, 'IN'],
  ] as const),
  ...([
    [480, 499, 'MI'],
    [500, 528, 'IA'],
    [530, 549, 'WI'],
    [550, 567, 'MN'],
    [569, 569, 'DC'],
  ] as const),
  ...([
    [570, 577, 'SD'],
    [580, 588, 'ND'],
    [590, 599, 'MT'],
    [600, 629, 'IL'],
    [630, 658, 'MO'],
  ] as const),
  ...([
    [660, 679, 'KS'],
    [680, 693, 'NE'],
    [700, 714, 'LA'],
    [716, 729, 'AR'],
    [730, 732, 'OK'],
  ] as const),
  ...([
    [733, 733, 'TX'],
    [734, 749, 'OK'],
    [750, 799, 'TX'],
    [800, 816, 'CO'],
    [820, 831, 'WY'],
  ] as const),
  ...([
    [832, 838, 'ID'],
    [840, 847, 'UT'],
    [850, 865, 'AZ'],
    [870, 884, 'NM'],
    [885, 885, 'TX'],
  ] as const),
  ...([
    [889, 898, 'NV'],
    [900, 961, 'CA'],
    [962, 966, 'AP'],
    [967, 968, 'HI'],
    [969, 969, 'GU'],
  ] as const),
  ...([
    [970, 979, 'OR'],
    [980, 994, 'WA'],
    [995, 999, 'AK'],
  ] as const),
];
