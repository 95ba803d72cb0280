import { expect, it } from 'vitest';
import { commissionTax } from './commission-tax';

it.each([
  ['DE', 'DE', { rule: 'domestic', basisPoints: 1900 }],
  ['DE', 'PT', { rule: 'reverse_charge', basisPoints: 0 }],
  ['DE', 'CH', { rule: 'outside_eu', basisPoints: 0 }],
  ['GB', 'DE', { rule: 'outside_eu', basisPoints: 0 }],
] as const)(
  'a commission of a market in %s to a seller in %s is taxed where it must be',
  (market, seller, tax) => expect(commissionTax(market, seller, new Date('2026-11-01'))).toEqual(tax),
);
