import { sql } from 'drizzle-orm';
import type { Currency } from '@/lib/kernel/money';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import { getHolderBalances, postEntry } from '@/lib/ledger';
import type { Transaction } from '@/lib/platform/database';

export type OrderCredit = {
  readonly orderId: string;
  readonly customerId: string;
  readonly currency: Currency;
  readonly amountMinor: number;
};

/**
 * Takes credit for an order that is being placed: it cannot be spent twice, and is the order's until that is paid or
 * ends. Refuses more than there is (`credit_too_low`). Spending of one customer happens one after the other.
 */
export async function holdCredit(
  tx: Transaction,
  { orderId, customerId, currency, amountMinor }: OrderCredit,
): Promise<Result<void, 'credit_too_low'>> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('credit ' || ${customerId}, 0))`);
  const balances = await getHolderBalances(tx, customerId, 'store_credit');
  const left = balances.find((balance) => balance.currency === currency)?.amountMinor ?? 0;
  if (left < amountMinor) return refuse('credit_too_low');
  await postEntry(tx, {
    kind: 'credit_hold',
    reference: `credit-hold:${orderId}`,
    ...{ orderId, currency },
    postings: [
      { account: { kind: 'store_credit', holderId: customerId }, amountMinor },
      { account: { kind: 'store_credit_held' }, amountMinor: -amountMinor },
    ],
  });
  return ok(undefined);
}

/** Gives credit back when its order ends unpaid. Calling it again does nothing. */
export async function releaseCredit(
  tx: Transaction,
  { orderId, customerId, currency, amountMinor }: OrderCredit,
): Promise<void> {
  await postEntry(tx, {
    kind: 'credit_release',
    reference: `credit-release:${orderId}`,
    ...{ orderId, currency },
    postings: [
      { account: { kind: 'store_credit_held' }, amountMinor },
      { account: { kind: 'store_credit', holderId: customerId }, amountMinor: -amountMinor },
    ],
  });
}
