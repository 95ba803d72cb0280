import type { TaxCategory } from '@/lib/kernel/tax-category';
import { reducedTo, ZERO_RATE, type TaxRate, type TaxRow } from './tax-row';

type Exception = Readonly<Partial<Record<TaxCategory, TaxRate>>>;

/** A state's general rate, and what of groceries and clothing for children it taxes otherwise. */
type State = readonly [code: string, basisPoints: number, exception?: Exception];

const GROCERIES = { food: ZERO_RATE };
const GROCERIES_AND_CLOTHES = { food: ZERO_RATE, children: ZERO_RATE };

/**
 * State rates, as the states' revenue departments publish them (2026), in basis points. What counties and cities add
 * is not in them: a market that must collect it asks a tax service. Clothing that is free only below a price counts as
 * taxed.
 */
const STATES: readonly State[] = [
  ...([
    ['AK', 0],
    ['AL', 400, { food: reducedTo(200) }],
    ['AP', 0],
    ['AR', 650, GROCERIES],
  ] as const),
  ...([
    ['AZ', 560, GROCERIES],
    ['CA', 725, GROCERIES],
    ['CO', 290, GROCERIES],
    ['CT', 635, GROCERIES],
  ] as const),
  ...([
    ['DC', 600, GROCERIES],
    ['DE', 0],
    ['FL', 600, GROCERIES],
    ['GA', 400, GROCERIES],
    ['GU', 0],
  ] as const),
  ...([
    ['HI', 400],
    ['IA', 600, GROCERIES],
    ['ID', 600],
    ['IL', 625, GROCERIES],
    ['IN', 700, GROCERIES],
  ] as const),
  ...([
    ['KS', 650, GROCERIES],
    ['KY', 600, GROCERIES],
    ['LA', 500, GROCERIES],
    ['MA', 625, GROCERIES],
  ] as const),
  ...([
    ['MD', 600, GROCERIES],
    ['ME', 550, GROCERIES],
    ['MI', 600, GROCERIES],
  ] as const),
  ...([
    ['MN', 687.5, GROCERIES_AND_CLOTHES],
    ['MO', 422.5, { food: reducedTo(122.5) }],
  ] as const),
  ...([
    ['MS', 700, { food: reducedTo(500) }],
    ['MT', 0],
    ['NC', 475, GROCERIES],
    ['ND', 500, GROCERIES],
  ] as const),
  ...([
    ['NE', 550, GROCERIES],
    ['NH', 0],
    ['NJ', 662.5, GROCERIES_AND_CLOTHES],
    ['NM', 487.5, GROCERIES],
  ] as const),
  ...([
    ['NV', 685, GROCERIES],
    ['NY', 400, GROCERIES],
    ['OH', 575, GROCERIES],
    ['OK', 450, GROCERIES],
  ] as const),
  ...([
    ['OR', 0],
    ['PA', 600, GROCERIES_AND_CLOTHES],
    ['PR', 1050],
    ['RI', 700, GROCERIES],
  ] as const),
  ...([
    ['SC', 600, GROCERIES],
    ['SD', 420],
    ['TN', 700, { food: reducedTo(400) }],
    ['TX', 625, GROCERIES],
  ] as const),
  ...([
    ['UT', 485, { food: reducedTo(175) }],
    ['VA', 430, GROCERIES],
    ['VI', 0],
  ] as const),
  ...([
    ['VT', 600, GROCERIES_AND_CLOTHES],
    ['WA', 650, GROCERIES],
    ['WI', 500, GROCERIES],
  ] as const),
  ...([
    ['WV', 600, GROCERIES],
    ['WY', 400, GROCERIES],
  ] as const),
];

/** States that do not tax delivery which is charged on a line of its own. */
const STATES_WITHOUT_TAX_ON_DELIVERY: ReadonlySet<string> = new Set(
  'AL AZ CA CO FL IA ID LA MA MD ME MO NV OK UT VA WY'.split(' '),
);

const books = reducedTo(500);

/** GST with the province's own tax or HST together (Canada Revenue Agency, 2026). */
const PROVINCES: readonly State[] = [
  ...([
    ['AB', 500, GROCERIES],
    ['BC', 1200, { food: ZERO_RATE, books, children: reducedTo(500) }],
  ] as const),
  ...([
    ['MB', 1200, { food: ZERO_RATE, books, children: reducedTo(500) }],
    ['NB', 1500, { food: ZERO_RATE, books }],
  ] as const),
  ...([
    ['NL', 1500, { food: ZERO_RATE, books }],
    ['NS', 1400, { food: ZERO_RATE, books, children: reducedTo(500) }],
  ] as const),
  ...([
    ['NT', 500, GROCERIES],
    ['ON', 1300, { food: ZERO_RATE, books, children: reducedTo(500) }],
  ] as const),
  ...([
    ['PE', 1500, { food: ZERO_RATE, books, children: reducedTo(500) }],
    ['QC', 1497.5, { food: ZERO_RATE, books }],
  ] as const),
  ...([
    ['SK', 1100, { food: ZERO_RATE, books, children: reducedTo(500) }],
    ['YT', 500, GROCERIES],
  ] as const),
];

function exclusive(country: string, [code, standard, less = {}]: State, taxesShipping: boolean): TaxRow {
  return {
    place: `${country}-${code}`,
    mode: 'exclusive',
    from: null,
    until: null,
    standard,
    less,
    taxesShipping,
  };
}

/** Prices are shown without tax, and it is added at checkout, as is the custom there. */
export const NORTH_AMERICA: readonly TaxRow[] = [
  ...STATES.map((state) => exclusive('US', state, !STATES_WITHOUT_TAX_ON_DELIVERY.has(state[0]))),
  ...PROVINCES.map((province) => exclusive('CA', province, true)),
];
