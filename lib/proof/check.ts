import type { SQL } from 'drizzle-orm';

/**
 * Something that must be true of all money and stock, as a query for what breaks it: one row a violation, with `about`
 * (what it is about, in words an operator can look up) and `seller_id` (whose money it is; null when nobody's).
 * Queries work on whole tables at once. What is younger than `graceSeconds` may still be on its way.
 */
export type Check = {
  /** The guarantee, as a sentence. */
  readonly name: string;
  readonly violations: (graceSeconds: number) => SQL;
};

export function check(name: string, violations: (graceSeconds: number) => SQL): Check {
  return { name, violations };
}
