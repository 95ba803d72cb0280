import type { ReturnReason } from './model';

const DAY_MS = 24 * 3600 * 1000;

/**
 * A buyer in the EU may withdraw from a distance contract within 14 days of getting the goods, without a reason
 * (Directive 2011/83/EU of the European Parliament and of the Council, art. 9; not from goods that spoil or were sealed
 * for hygiene, art. 16 d and e). Here everybody in the European Economic Area and the United Kingdom may.
 */
export const WITHDRAWAL_DAYS = 14;

/** Goods that are not as agreed may be given back this long, whatever the seller's own window (Directive (EU) 2019/771). */
export const FAULT_DAYS = 60;

const WITHDRAWAL_COUNTRIES: ReadonlySet<string> = new Set(
  'AT BE BG CY CZ DE DK EE ES FI FR GB GR HR HU IE IS IT LI LT LU LV MT NL NO PL PT RO SE SI SK'.split(' '),
);

/** Departments with a window of their own, by the first segment of a category's path; 0: not for a change of mind. */
const DEPARTMENT_DAYS: Readonly<Record<string, number>> = { food: 0, beauty: 14, electronics: 30 };

const WITHOUT_WITHDRAWAL: ReadonlySet<string> = new Set(['food', 'beauty']);

export type ReturnTerms = {
  readonly until: Date;
  /** Within the time of withdrawal: the seller cannot decline it. */
  readonly byRight: boolean;
  readonly sellerPaysShipping: boolean;
};

/**
 * Until when goods that arrived at `deliveredAt` may be given back, and on what terms. The longest of what the seller
 * gives (shortened by its department's own window), the law's withdrawal, and, for goods that are not as agreed, the
 * fault window. Who changed their mind pays for sending it back (art. 14), the seller for goods that are not as agreed.
 */
export function returnTerms(goods: {
  readonly deliveredAt: Date;
  readonly now: Date;
  readonly reason: ReturnReason;
  readonly country: string;
  readonly department: string;
  readonly sellerDays: number;
}): ReturnTerms {
  const isFault = goods.reason !== 'changed_mind';
  const withdrawalDays =
    WITHDRAWAL_COUNTRIES.has(goods.country) && !WITHOUT_WITHDRAWAL.has(goods.department)
      ? WITHDRAWAL_DAYS
      : 0;
  const ownDays = Math.min(goods.sellerDays, DEPARTMENT_DAYS[goods.department] ?? goods.sellerDays);
  const days = Math.max(ownDays, withdrawalDays, isFault ? FAULT_DAYS : 0);
  return {
    until: daysAfter(goods.deliveredAt, days),
    byRight: goods.now <= daysAfter(goods.deliveredAt, withdrawalDays),
    sellerPaysShipping: isFault,
  };
}

function daysAfter(at: Date, days: number): Date {
  return new Date(at.getTime() + days * DAY_MS);
}
