/** Numbers, dates and lists as a person of a locale writes them. Plain `Intl`: safe and small in browsers. */

export { formatMoney, formatMoneyParts, formatMoneyRoughly } from '@/lib/kernel/money';

export function formatNumber(value: number, locale: string): string {
  return numbers(locale).format(value);
}

/** An average of stars, always to a tenth: `4.0`. */
export function formatAverage(value: number, locale: string): string {
  return averages(locale).format(value);
}

/** `1.2K`, `3M`: where the exact number does not matter. */
export function formatCompact(value: number, locale: string): string {
  return compactNumbers(locale).format(value);
}

/** Basis points as a percentage, e.g. 750 as `7.5%`. */
export function formatBasisPoints(basisPoints: number, locale: string): string {
  return percentages(locale).format(basisPoints / 10_000);
}

const DATE_STYLES = {
  date: { day: 'numeric', month: 'long', year: 'numeric' },
  dateTime: { day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit' },
  dayMonth: { day: 'numeric', month: 'short' },
  monthYear: { month: 'long', year: 'numeric' },
  weekday: { weekday: 'short', day: 'numeric', month: 'short' },
} satisfies Record<string, Intl.DateTimeFormatOptions>;

export type DateStyle = keyof typeof DATE_STYLES;

/** An instant (or its ISO text) in words, in UTC. */
export function formatDate(instant: Date | string, locale: string, style: DateStyle = 'date'): string {
  return dates[style](locale).format(new Date(instant));
}

/** `A, B and C`. */
export function formatList(items: readonly string[], locale: string): string {
  return lists(locale).format(items);
}

/** The country of an ISO 3166-1 alpha-2 code, e.g. `Portugal`; the code itself where it is no country's. */
export function countryName(code: string, locale: string): string {
  return countries(locale).of(code) ?? code;
}

const numbers = perLocale((locale) => new Intl.NumberFormat(locale));
const averages = perLocale(
  (locale) => new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 }),
);
const compactNumbers = perLocale(
  (locale) => new Intl.NumberFormat(locale, { notation: 'compact', maximumFractionDigits: 1 }),
);
const percentages = perLocale(
  (locale) => new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 3 }),
);
const lists = perLocale((locale) => new Intl.ListFormat(locale));
const countries = perLocale((locale) => new Intl.DisplayNames(locale, { type: 'region' }));
const dates = {
  date: dateFormat('date'),
  dateTime: dateFormat('dateTime'),
  dayMonth: dateFormat('dayMonth'),
  monthYear: dateFormat('monthYear'),
  weekday: dateFormat('weekday'),
} satisfies Record<DateStyle, unknown>;

function dateFormat(style: DateStyle): (locale: string) => Intl.DateTimeFormat {
  return perLocale((locale) => new Intl.DateTimeFormat(locale, { ...DATE_STYLES[style], timeZone: 'UTC' }));
}

/** Building an `Intl` formatter costs a hundred times what using it does: each is built once a locale. */
function perLocale<T>(make: (locale: string) => T): (locale: string) => T {
  const made = new Map<string, T>();
  return (locale) => {
    const known = made.get(locale);
    if (known !== undefined) return known;
    const fresh = make(locale);
    made.set(locale, fresh);
    return fresh;
  };
}
