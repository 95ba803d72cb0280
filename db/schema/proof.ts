import { index, integer, jsonb, pgTable } from 'drizzle-orm/pg-core';
import type { Currency } from '../../lib/kernel/money';
import { createdAt, id } from './columns';
import type { ledgerAccountKind } from './ledger';

/** What came of one check over the whole database. */
export type Finding = {
  /** The guarantee, as a sentence. */
  readonly check: string;
  /** How often it is broken. */
  readonly broken: number;
  /** Some of what breaks it. */
  readonly examples: readonly string[];
  /** Whose money is concerned. */
  readonly sellerIds: readonly string[];
  readonly milliseconds: number;
};

/** What the ledger has on all accounts of a kind, in a currency; debits are positive. All kinds sum to zero. */
export type TrialBalanceRow = {
  readonly currency: Currency;
  readonly kind: (typeof ledgerAccountKind.enumValues)[number];
  readonly amountMinor: number;
};

/** What the books say moved at the provider, and what the provider says, in a currency. */
export type Comparison = {
  readonly currency: Currency;
  readonly what:
    | 'payments'
    | 'refunds'
    | 'disputes'
    | 'transfers'
    | 'reversals'
    | 'opening'
    | 'fees'
    | 'other'
    | 'balance';
  readonly bookedMinor: number;
  readonly movedMinor: number;
};

/** What came of each proof that money and stock add up. Append-only: what was seen stays seen. */
export const moneyProofs = pgTable(
  'money_proofs',
  {
    id: id(),
    provedAt: createdAt(),
    /** How many checks are broken. */
    broken: integer().notNull(),
    findings: jsonb().$type<readonly Finding[]>().notNull(),
    trialBalance: jsonb().$type<readonly TrialBalanceRow[]>().notNull(),
    comparison: jsonb().$type<readonly Comparison[]>().notNull(),
  },
  (table) => [index().on(table.provedAt.desc())],
);
