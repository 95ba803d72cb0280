import { sql } from 'drizzle-orm';
import type { Currency } from '@/lib/kernel/money';
import type { Executor } from '@/lib/platform/database';
import { CLOSED_UNTIL } from './close-books';
import type { SellerBalance, SellerEntryKind, StatementLine } from './model';
import type { SellerAccountKind } from './seller-postings';

/** What the seller's own accounts come to: closed balances and what was posted since. */
export async function getSellerBalances(db: Executor, sellerId: string): Promise<SellerBalance[]> {
  const rows = await db.execute<{ currency: Currency; kind: string; owed_minor: string }>(sql`
    select account.currency, account.kind,
      -(coalesce(closed.balance_minor, 0) + coalesce(since.amount, 0)) as owed_minor
    from ledger_accounts account
    left join lateral (
      select balance_minor from ledger_balances balance
      where balance.account_id = account.id order by balance.until desc limit 1
    ) closed on true
    left join lateral (
      select sum(amount_minor) as amount from ledger_postings posting
      where posting.account_id = account.id and posting.posted_at >= ${CLOSED_UNTIL}
    ) since on true
    where account.seller_id = ${sellerId}`);
  const currencies = [...new Set(rows.map((row) => row.currency))].sort();
  return currencies.map((currency) => {
    const owed = (kind: string) =>
      Number(rows.find((row) => row.currency === currency && row.kind === kind)?.owed_minor ?? 0);
    return {
      currency,
      pendingMinor: owed('seller_pending'),
      availableMinor: owed('seller_available'),
      reservedMinor: owed('seller_reserved'),
      payingOutMinor: owed('seller_paying_out'),
    };
  });
}

/** A seller's postings, newest first, `limit` from before `before` (a posting id) on. */
export async function listStatement(
  db: Executor,
  sellerId: string,
  page: { readonly limit: number; readonly before: string | null },
): Promise<StatementLine[]> {
  const rows = await db.execute<{
    id: string;
    kind: SellerEntryKind;
    account: SellerAccountKind;
    amount_minor: string;
    currency: Currency;
    seller_order_id: string | null;
    posted_at: Date;
  }>(sql`
    select posting.id, entry.kind, account.kind as account, posting.amount_minor, posting.currency, posting.seller_order_id, posting.posted_at
    from ledger_accounts account
    -- Of each account no more than the page can hold, by its index.
    cross join lateral (
      select * from ledger_postings own
      where own.account_id = account.id and (${page.before}::uuid is null or (own.posted_at, own.id) < (
        select last.posted_at, last.id from ledger_postings last where last.id = ${page.before}::uuid))
      order by own.posted_at desc, own.id desc limit ${page.limit}
    ) posting
    join ledger_entries entry on entry.id = posting.entry_id
    where account.seller_id = ${sellerId}
    order by posting.posted_at desc, posting.id desc limit ${page.limit}`);
  return rows.map((row) => ({
    postingId: row.id,
    kind: row.kind,
    account: row.account,
    amountMinor: -Number(row.amount_minor),
    currency: row.currency,
    sellerOrderId: row.seller_order_id,
    postedAt: new Date(row.posted_at),
  }));
}
