import { expect } from 'vitest';
import { getSellerBalances, listStatement, type SellerAccountKind } from '@/lib/ledger';
import type { Database } from '@/lib/platform/database';
import { proveMoney } from '@/lib/proof';

/** Fails with everything that does not add up in the whole database, and at the provider unless `offline`. */
export async function expectMoneyToAddUp(db: Database, options: { offline?: boolean } = {}): Promise<void> {
  const findings = await proveMoney(db, { now: new Date(), graceSeconds: 0, ...options });
  expect(
    findings.flatMap(({ check, examples }) => examples.map((example) => `${check}: ${example}`)),
  ).toEqual([]);
}

const WHOLE = 1_000_000;

/** Fails unless each balance that sellers are shown is the sum of the lines that their statements show. */
export async function expectStatementsToAddUp(db: Database, sellerIds: readonly string[]): Promise<void> {
  for (const sellerId of sellerIds) {
    const lines = await listStatement(db, sellerId, { limit: WHOLE, before: null });
    for (const { currency, ...shown } of await getSellerBalances(db, sellerId)) {
      const sumOf = (account: SellerAccountKind) =>
        lines
          .filter((line) => line.currency === currency && line.account === account)
          .reduce((sum, { amountMinor }) => sum + amountMinor, 0);
      expect(shown).toEqual({
        pendingMinor: sumOf('seller_pending'),
        availableMinor: sumOf('seller_available'),
        reservedMinor: sumOf('seller_reserved'),
        payingOutMinor: sumOf('seller_paying_out'),
      });
    }
  }
}
