/** Months in UTC, as `2026-11`. */

export function monthOf(instant: Date): string {
  return instant.toISOString().slice(0, 7);
}

export function firstOfMonth(month: string): Date {
  return new Date(`${month}-01T00:00:00Z`);
}
