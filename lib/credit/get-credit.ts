import { getHolderBalances, listHolderPostings } from '@/lib/ledger';
import type { Money } from '@/lib/kernel/money';
import type { Executor } from '@/lib/platform/database';
import type { CreditEntryKind, CreditLine } from './model';

/** What a customer has to spend, per currency; currencies in which nothing is left are absent. */
export async function getCredit(db: Executor, customerId: string): Promise<Money[]> {
  const balances = await getHolderBalances(db, customerId, 'store_credit');
  return balances.filter(({ amountMinor }) => amountMinor > 0);
}

/** Every change of a customer's credit, newest first. */
export async function listCreditHistory(
  db: Executor,
  customerId: string,
  limit = 100,
): Promise<CreditLine[]> {
  const postings = await listHolderPostings(db, customerId, 'store_credit', limit);
  return postings.map(({ kind, ...posting }) => ({ ...posting, kind: toCreditKind(kind) }));
}

function toCreditKind(kind: string): CreditEntryKind {
  switch (kind) {
    case 'credit_grant':
    case 'credit_hold':
    case 'credit_release':
    case 'gift_card_redeem':
    case 'refund':
      return kind;
    default:
      throw new Error(`An entry of kind ${kind} changed store credit`);
  }
}
