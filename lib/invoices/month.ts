/** Months in UTC, as `2026-11`. */

export function monthOf(instant: Date): string {
  return instant.toISOString().slice(0, 7);
}

export function firstOfMonth(month: string): Date {
  return new Date(`${month}-01T00:00:00Z`);
}

export function monthAfter(month: string): string {
  return shifted(month, 1);
}

/** From `last` back to `first`, both included. */
export function monthsBetween(first: string, last: string): string[] {
  const months: string[] = [];
  for (let month = last; month >= first; month = shifted(month, -1)) months.push(month);
  return months;
}

function shifted(month: string, by: number): string {
  const first = firstOfMonth(month);
  return monthOf(new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + by)));
}
