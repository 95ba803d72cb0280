import { reducedTo, ZERO_RATE, type TaxRate, type TaxRow } from './tax-row';

const superReduced = (basisPoints: number): TaxRate => ({ taxClass: 'super_reduced', basisPoints });

type Period = { readonly from?: string; readonly until?: string };

function inclusive(
  place: string,
  standard: number,
  less: TaxRow['less'] = {},
  { from, until }: Period = {},
): TaxRow {
  return {
    ...{ place, standard, less, mode: 'inclusive', taxesShipping: true },
    ...{ from: from ?? null, until: until ?? null },
  };
}

/**
 * Rates in basis points. The European Union's as the Commission publishes them ("Taxes in Europe" database); those of
 * GB, CH and NO as their tax authorities do; checked in 2026. Delivery is taxed as the goods are: it is part of what is
 * paid for them (Directive 2006/112/EC art. 78 b). Places of the Union outside its VAT area (art. 6), the Canary
 * Islands among them, are exports: nothing is in the price, and what is due on arrival is the buyer's.
 */
export const EUROPE: readonly TaxRow[] = [
  inclusive('AT', 2000, { books: reducedTo(1000), food: reducedTo(1000), medicine: reducedTo(1000) }),
  inclusive('BE', 2100, { books: reducedTo(600), food: reducedTo(600), medicine: reducedTo(600) }),
  inclusive('BG', 2000, { books: reducedTo(900) }),
  inclusive('CH', 810, { books: reducedTo(260), food: reducedTo(260), medicine: reducedTo(260) }),
  inclusive('CY', 1900, { books: superReduced(300), food: reducedTo(500), medicine: reducedTo(500) }),
  inclusive('CZ', 2100, { books: ZERO_RATE, food: reducedTo(1200), medicine: reducedTo(1200) }),
  inclusive('DE', 1900, { books: reducedTo(700), food: reducedTo(700) }),
  inclusive('DK', 2500),
  inclusive('EE', 2200, { books: reducedTo(900), medicine: reducedTo(900) }, { until: '2025-07-01' }),
  inclusive('EE', 2400, { books: reducedTo(900), medicine: reducedTo(900) }, { from: '2025-07-01' }),
  inclusive('ES', 2100, { books: superReduced(400), food: reducedTo(1000), medicine: superReduced(400) }),
  inclusive('ES-CN', 0),
  inclusive('ES-CE', 0),
  inclusive('ES-ML', 0),
  inclusive('FI', 2550, sameRate(reducedTo(1400)), { until: '2026-01-01' }),
  inclusive('FI', 2550, sameRate(reducedTo(1350)), { from: '2026-01-01' }),
  inclusive('FR', 2000, { books: reducedTo(550), food: reducedTo(550), medicine: reducedTo(1000) }),
  inclusive('GB', 2000, { books: ZERO_RATE, food: ZERO_RATE, children: ZERO_RATE }),
  inclusive('GR', 2400, { books: reducedTo(600), food: reducedTo(1300), medicine: reducedTo(600) }),
  inclusive('HR', 2500, { books: reducedTo(500), medicine: reducedTo(500) }),
  inclusive('HU', 2700, { books: reducedTo(500), medicine: reducedTo(500) }),
  inclusive('IE', 2300, { books: ZERO_RATE, food: ZERO_RATE, children: ZERO_RATE, medicine: ZERO_RATE }),
  inclusive('IT', 2200, { books: superReduced(400), food: reducedTo(1000), medicine: reducedTo(1000) }),
  inclusive('LT', 2100, { books: reducedTo(900), medicine: reducedTo(500) }, { until: '2026-01-01' }),
  inclusive('LT', 2100, { books: reducedTo(500), medicine: reducedTo(500) }, { from: '2026-01-01' }),
  inclusive('LU', 1700, {
    ...{ books: superReduced(300), food: superReduced(300) },
    ...{ children: superReduced(300), medicine: superReduced(300) },
  }),
  inclusive('LV', 2100, { books: reducedTo(500), medicine: reducedTo(1200) }),
  inclusive('MT', 1800, { books: reducedTo(500), food: ZERO_RATE, medicine: ZERO_RATE }),
  inclusive('NL', 2100, { books: reducedTo(900), food: reducedTo(900), medicine: reducedTo(900) }),
  inclusive('NO', 2500, { books: ZERO_RATE, food: reducedTo(1500) }),
  inclusive('PL', 2300, { books: reducedTo(500), food: reducedTo(500), medicine: reducedTo(800) }),
  inclusive('PT', 2300, sameRate(reducedTo(600))),
  inclusive('PT-20', 1600, sameRate(reducedTo(400))),
  inclusive('PT-30', 2200, sameRate(superReduced(400))),
  inclusive(
    'RO',
    1900,
    { books: reducedTo(500), food: reducedTo(900), medicine: reducedTo(900) },
    { until: '2025-08-01' },
  ),
  inclusive('RO', 2100, sameRate(reducedTo(1100)), { from: '2025-08-01' }),
  inclusive('SE', 2500, { books: reducedTo(600), food: reducedTo(1200) }, { until: '2026-04-01' }),
  inclusive(
    'SE',
    2500,
    { books: reducedTo(600), food: reducedTo(600) },
    { from: '2026-04-01', until: '2028-01-01' },
  ),
  inclusive('SE', 2500, { books: reducedTo(600), food: reducedTo(1200) }, { from: '2028-01-01' }),
  inclusive('SI', 2200, { books: superReduced(500), food: reducedTo(950), medicine: reducedTo(950) }),
  inclusive('SK', 2300, { books: superReduced(500), food: reducedTo(1900), medicine: superReduced(500) }),
];

function sameRate(rate: TaxRate): TaxRow['less'] {
  return { books: rate, food: rate, medicine: rate };
}
