import { firstOfMonth, monthAfter, monthOf } from './month';

/** A stretch of time for which taxes are declared, in UTC: a month `2026-11`, a quarter `2026-Q4` or a year `2026`. */
export type TaxPeriod = { readonly name: string; readonly from: Date; readonly until: Date };

const NAME = /^(20\d\d)(?:-(0[1-9]|1[0-2])|-Q([1-4]))?$/;

/** The period of that name; null for what names none. */
export function taxPeriod(name: string): TaxPeriod | null {
  const [, year, month, quarter] = NAME.exec(name) ?? [];
  if (year === undefined) return null;
  if (month !== undefined) return between(name, name, monthAfter(name));
  if (quarter === undefined) return between(name, `${year}-01`, `${Number(year) + 1}-01`);
  const first = Number(quarter) * 3 - 2;
  const last = `${year}-${String(first + 2).padStart(2, '0')}`;
  return between(name, `${year}-${String(first).padStart(2, '0')}`, monthAfter(last));
}

/** The quarter in which it is. */
export function quarterOf(instant: Date): string {
  return `${instant.getUTCFullYear()}-Q${Math.floor(instant.getUTCMonth() / 3) + 1}`;
}

/** What one would declare now: this month and the last, this quarter and the last, this year and the last. */
export function taxPeriodsAround(now: Date): string[] {
  const before = (period: string) => new Date(taxPeriod(period)!.from.getTime() - 1);
  const [month, quarter, year] = [monthOf(now), quarterOf(now), String(now.getUTCFullYear())];
  return [
    ...[month, monthOf(before(month))],
    ...[quarter, quarterOf(before(quarter))],
    ...[year, String(before(year).getUTCFullYear())],
  ];
}

function between(name: string, first: string, next: string): TaxPeriod {
  return { name, from: firstOfMonth(first), until: firstOfMonth(next) };
}
