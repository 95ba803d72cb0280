import { expect } from 'vitest';
import type { Database } from '@/lib/platform/database';
import { proveMoney } from '@/lib/proof';

/** Fails with everything that does not add up in the whole database, and at the provider unless `offline`. */
export async function expectMoneyToAddUp(db: Database, options: { offline?: boolean } = {}): Promise<void> {
  const findings = await proveMoney(db, { now: new Date(), graceSeconds: 0, ...options });
  expect(
    findings.flatMap(({ check, examples }) => examples.map((example) => `${check}: ${example}`)),
  ).toEqual([]);
}
