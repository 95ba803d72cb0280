import { sql } from 'drizzle-orm';
import { isCurrency, type Currency } from '@/lib/kernel/money';
import { CLOSED_UNTIL } from '@/lib/ledger';
import { getProviderBalance } from '@/lib/payments';
import type { Executor } from '@/lib/platform/database';
import { COMPARED, type Comparison, type TrialBalanceRow } from './model';

/** Every kind of account in every currency. Each currency sums to zero, or the books are wrong. */
export async function getTrialBalance(db: Executor): Promise<TrialBalanceRow[]> {
  const rows = await db.execute<{ currency: Currency; kind: TrialBalanceRow['kind']; amount: string }>(sql`
    select account.currency, account.kind, sum(balance.amount) as amount
    from (
      select account_id, balance_minor as amount from (
        select distinct on (account_id) account_id, balance_minor from ledger_balances order by account_id, until desc
      ) closed
      union all
      select account_id, sum(amount_minor) from ledger_postings where posted_at >= ${CLOSED_UNTIL} group by account_id
    ) balance
    join ledger_accounts account on account.id = balance.account_id
    group by account.currency, account.kind order by account.currency, account.kind`);
  return rows.map(({ currency, kind, amount }) => ({ currency, kind, amountMinor: Number(amount) }));
}

/**
 * The books against the provider, kind by kind, and at the end what lies there: by the books, and by the provider's own
 * answer now.
 */
export async function compareWithProvider(db: Executor): Promise<Comparison[]> {
  const rows = await db.execute<{
    currency: string;
    what: Comparison['what'];
    booked: string;
    moved: string;
  }>(sql`
    select currency, what, sum(booked) as booked, sum(moved) as moved
    from (
      select posting.currency, case
          when opening.id is not null then 'opening'
          when entry.kind in ('sale', 'unsold_payment') then 'payments'
          when entry.kind like 'dispute%' or paid.id is not null then 'disputes'
          when entry.kind in ('refund', 'refund_returned') then 'refunds'
          when entry.kind = 'transfer' then 'transfers'
          when entry.kind = 'reversal' then 'reversals'
          when entry.kind = 'provider_fee' then 'fees'
          else 'other' end as what,
        posting.amount_minor as booked, 0 as moved
      from ledger_accounts account
      join ledger_postings posting on posting.account_id = account.id
      join ledger_entries entry on entry.id = posting.entry_id
      left join payments opening on opening.order_id = entry.order_id and opening.intent_id is null
      left join refunds paid on 'refund:' || paid.id = entry.reference and paid.settled_by_dispute_id is not null
      where account.kind = 'provider_clearing'
      union all
      select currency, case
          when reference = 'opening' then 'opening'
          when type in ('charge', 'payment') then 'payments'
          when type in ('refund', 'payment_refund', 'refund_failure') then 'refunds'
          when reference like 'dispute:%' then 'disputes'
          when type = 'transfer' then 'transfers'
          when type = 'transfer_refund' then 'reversals'
          else 'other' end, 0, amount_minor
      from provider_transactions
      union all
      select currency, 'fees', 0, -fee_minor from provider_transactions where fee_minor <> 0
    ) movement
    group by currency, what`);
  const kinds = rows.flatMap(({ currency, what, booked, moved }) =>
    isCurrency(currency) ? [{ currency, what, bookedMinor: Number(booked), movedMinor: Number(moved) }] : [],
  );
  return withBalances(kinds, await getProviderBalance());
}

function withBalances(kinds: readonly Comparison[], held: ReadonlyMap<Currency, number>): Comparison[] {
  const currencies = [...new Set([...kinds.map(({ currency }) => currency), ...held.keys()])].toSorted();
  return currencies.flatMap((currency) => {
    const own = kinds.filter((row) => row.currency === currency);
    const bookedMinor = own.reduce((sum, row) => sum + row.bookedMinor, 0);
    const balance = { currency, what: 'balance', bookedMinor, movedMinor: held.get(currency) ?? 0 } as const;
    return COMPARED.flatMap((what) =>
      what === 'balance' ? [balance] : own.filter((row) => row.what === what),
    );
  });
}
