const DAY_MS = 24 * 3600 * 1000;
const LONGEST_DAYS = 366;

export const PERIOD_LENGTHS = [7, 30, 90] as const;

/** Whole days in UTC, both ends in it, as `2026-11-23`. */
export type Period = { readonly from: string; readonly until: string };

/** What an address asks for: a length, or two days. */
export type AskedPeriod = { readonly days?: string; readonly from?: string; readonly until?: string };

/**
 * The period that is asked for; the last 30 days when that is no period. Two days in the wrong order are put right,
 * days to come are left out, and nothing is longer than 366 days.
 */
export function periodOf({ days, from, until }: AskedPeriod, now: Date): Period {
  const today = now.toISOString().slice(0, 10);
  if (isDay(from) && isDay(until)) {
    const [first, last] = [from, until].toSorted() as [string, string];
    const end = last < today ? last : today;
    const start = first < end ? first : end;
    return {
      from: lengthOf({ from: start, until: end }) > LONGEST_DAYS ? addDays(end, 1 - LONGEST_DAYS) : start,
      until: end,
    };
  }
  const length = PERIOD_LENGTHS.find((known) => String(known) === days) ?? 30;
  return { from: addDays(today, 1 - length), until: today };
}

/** As many days, right before. */
export function periodBefore(period: Period): Period {
  const length = lengthOf(period);
  return { from: addDays(period.from, -length), until: addDays(period.from, -1) };
}

export function daysOf({ from, until }: Period): string[] {
  return Array.from({ length: lengthOf({ from, until }) }, (_, index) => addDays(from, index));
}

export function lengthOf({ from, until }: Period): number {
  return (Date.parse(until) - Date.parse(from)) / DAY_MS + 1;
}

function addDays(day: string, days: number): string {
  return new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);
}

function isDay(text: string | undefined): text is string {
  if (text === undefined || !/^20\d\d-\d\d-\d\d$/.test(text)) return false;
  const at = Date.parse(text);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
}
