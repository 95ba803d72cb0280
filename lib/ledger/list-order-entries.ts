import { sql } from 'drizzle-orm';
import type { Currency } from '@/lib/kernel/money';
import type { Executor } from '@/lib/platform/database';
import type { OrderEntryLine } from './model';
import type { AccountKind, EntryKind } from './post-entry';

/** What was posted because of an order, account by account, oldest first. */
export async function listOrderEntries(db: Executor, orderId: string): Promise<OrderEntryLine[]> {
  const rows = await db.execute<{
    entry_id: string;
    kind: EntryKind;
    posted_at: string;
    account: AccountKind;
    seller_id: string | null;
    currency: Currency;
    amount: string;
  }>(sql`
    select entry.id as entry_id, entry.kind, entry.posted_at, account.kind as account, account.seller_id,
      posting.currency, sum(posting.amount_minor) as amount
    from ledger_entries entry
    join ledger_postings posting on posting.entry_id = entry.id
    join ledger_accounts account on account.id = posting.account_id
    where entry.order_id = ${orderId}
    group by entry.id, account.kind, account.seller_id, posting.currency
    order by entry.posted_at, entry.id, account.kind, account.seller_id`);
  return rows.map((row) => ({
    entryId: row.entry_id,
    kind: row.kind,
    postedAt: new Date(row.posted_at).toISOString(),
    account: row.account,
    sellerId: row.seller_id,
    amount: { amountMinor: Number(row.amount), currency: row.currency },
  }));
}
