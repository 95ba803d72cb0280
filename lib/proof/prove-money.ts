import { sql } from 'drizzle-orm';
import { syncProviderTransactions } from '@/lib/payments';
import type { Database, Executor } from '@/lib/platform/database';
import type { Check } from './check';
import { invoiceChecks } from './invoice-checks';
import { exchangeChecks } from './exchange-checks';
import { creditChecks } from './credit-checks';
import { giftCardChecks } from './gift-card-checks';
import { ledgerChecks } from './ledger-checks';
import { labelChecks } from './label-checks';
import type { Finding } from './model';
import { orderChecks } from './order-checks';
import { disputeChecks } from './dispute-checks';
import { payoutChecks } from './payout-checks';
import { providerChecks } from './provider-checks';
import { stockChecks } from './stock-checks';

/** Every check, in the order in which a reader would ask. */
export const CHECKS: readonly Check[] = [
  ...orderChecks,
  ...stockChecks,
  ...exchangeChecks,
  ...ledgerChecks,
  ...creditChecks,
  ...giftCardChecks,
  ...labelChecks,
  ...payoutChecks,
  ...disputeChecks,
  ...invoiceChecks,
];

/** Money moves first and is written down a moment later, or the other way round: within this it is on its way. */
export const GRACE_SECONDS = 600;

const EXAMPLES = 20;

export type ProofOptions = {
  readonly now: Date;
  /** What is younger is not called broken; `GRACE_SECONDS` unless told. */
  readonly graceSeconds?: number;
  /** Do not ask the payment provider, and leave out what needs its answer. */
  readonly offline?: boolean;
};

/**
 * Proves that lines are seller orders are orders are payments are what the provider has, that the ledger says the
 * same, and that stock holds what orders hold: every check over the whole database, set by set. Answers one finding
 * a check; asks the provider first for what moved there since the last time.
 */
export async function proveMoney(db: Database, options: ProofOptions): Promise<readonly Finding[]> {
  const { now, graceSeconds = GRACE_SECONDS, offline = false } = options;
  if (!offline) await syncProviderTransactions(db, now);
  return runChecks(db, offline ? CHECKS : [...CHECKS, ...providerChecks], graceSeconds);
}

/** Runs checks on what is in the database, one after the other. */
export async function runChecks(
  db: Executor,
  checks: readonly Check[],
  graceSeconds: number,
): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  for (const check of checks) findings.push(await runCheck(db, check, graceSeconds));
  return findings;
}

async function runCheck(db: Executor, { name, violations }: Check, graceSeconds: number): Promise<Finding> {
  const startedAt = performance.now();
  const rows = await db.execute<{
    about: string;
    seller_id: string | null;
    broken: number;
    sellers: string[];
  }>(sql`
    with violation as materialized (${violations(graceSeconds)})
    select violation.about, violation.seller_id, count(*) over ()::int as broken,
      (select coalesce(array_agg(distinct seller_id), '{}') from violation where seller_id is not null) as sellers
    from violation order by violation.about limit ${EXAMPLES}`);
  return {
    check: name,
    broken: rows[0]?.broken ?? 0,
    examples: rows.map(({ about }) => about),
    sellerIds: rows[0]?.sellers ?? [],
    milliseconds: Math.round(performance.now() - startedAt),
  };
}
