import { sql } from 'drizzle-orm';
import type { Currency } from '@/lib/kernel/money';
import type { Executor } from '@/lib/platform/database';
import type { SellerBalance, SellerEntryKind, StatementLine } from './model';
import type { SellerAccountKind } from './seller-postings';

/** Sums of the seller's own accounts: the ledger itself, no copy of it. */
export async function getSellerBalances(db: Executor, sellerId: string): Promise<SellerBalance[]> {
  const rows = await db.execute<{ currency: Currency; kind: string; owed_minor: string }>(sql`
    select account.currency, account.kind, -sum(posting.amount_minor) as owed_minor
    from ledger_accounts account join ledger_postings posting on posting.account_id = account.id
    where account.seller_id = ${sellerId}
    group by account.currency, account.kind`);
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
    join ledger_postings posting on posting.account_id = account.id
    join ledger_entries entry on entry.id = posting.entry_id
    where account.seller_id = ${sellerId} and (${page.before}::uuid is null or posting.id < ${page.before}::uuid)
    order by posting.id desc limit ${page.limit}`);
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
