import { sql } from 'drizzle-orm';
import type { Currency, Money } from '@/lib/kernel/money';
import type { Executor } from '@/lib/platform/database';
import type { AccountKind, EntryKind } from './post-entry';

/** What the market owes one holder, per currency: the sums of the holder's own accounts of a kind. */
export async function getHolderBalances(db: Executor, holderId: string, kind: AccountKind): Promise<Money[]> {
  const rows = await db.execute<{ currency: Currency; owed: string }>(sql`
    select account.currency, -sum(posting.amount_minor) as owed
    from ledger_accounts account join ledger_postings posting on posting.account_id = account.id
    where account.holder_id = ${holderId} and account.kind = ${kind}
    group by account.currency order by account.currency`);
  return rows.map(({ currency, owed }) => ({ amountMinor: Number(owed), currency }));
}

export type HolderPosting = {
  readonly postingId: string;
  readonly kind: EntryKind;
  /** What it adds to what is owed. */
  readonly amount: Money;
  readonly orderId: string | null;
  readonly postedAt: string;
};

/** What changed what a holder is owed, newest first. */
export async function listHolderPostings(
  db: Executor,
  holderId: string,
  kind: AccountKind,
  limit: number,
): Promise<HolderPosting[]> {
  const rows = await db.execute<{
    id: string;
    kind: EntryKind;
    amount_minor: string;
    currency: Currency;
    order_id: string | null;
    posted_at: Date;
  }>(sql`
    select posting.id, entry.kind, posting.amount_minor, posting.currency, entry.order_id, posting.posted_at
    from ledger_accounts account
    join ledger_postings posting on posting.account_id = account.id
    join ledger_entries entry on entry.id = posting.entry_id
    where account.holder_id = ${holderId} and account.kind = ${kind}
    order by posting.posted_at desc, posting.id desc limit ${limit}`);
  return rows.map((row) => ({
    postingId: row.id,
    kind: row.kind,
    amount: { amountMinor: -Number(row.amount_minor), currency: row.currency },
    orderId: row.order_id,
    postedAt: new Date(row.posted_at).toISOString(),
  }));
}
