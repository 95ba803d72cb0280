import { sql } from 'drizzle-orm';
import { ledgerEntries, type ledgerAccountKind } from '@/db/schema/ledger';
import { newId } from '@/lib/kernel/ids';
import { sumMinor, type Currency } from '@/lib/kernel/money';
import type { Transaction } from '@/lib/platform/database';

export type AccountKind = (typeof ledgerAccountKind.enumValues)[number];

/** The market's own account of a kind, or one seller's. */
export type Account = { readonly kind: AccountKind; readonly sellerId?: string };

/** Debits are positive, credits negative. */
export type Posting = {
  readonly account: Account;
  readonly amountMinor: number;
  readonly sellerOrderId?: string;
  readonly orderLineId?: string;
};

export type EntryKind = 'sale' | 'unsold_payment' | 'refund';

export type NewEntry = {
  readonly kind: EntryKind;
  /** What is posted, e.g. `payment:<uuid>`. The same thing is posted once, however often it is asked. */
  readonly reference: string;
  readonly orderId: string | null;
  readonly currency: Currency;
  readonly postings: readonly Posting[];
  /** When it happened; now unless told. */
  readonly postedAt?: Date;
};

/**
 * Posts an entry in the caller's transaction; false when its reference was posted before. Zero amounts are
 * left out. An entry that does not balance is a fault: it throws here, and the database's own trigger would
 * refuse the commit.
 */
export async function postEntry(tx: Transaction, entry: NewEntry): Promise<boolean> {
  const postings = entry.postings.filter((posting) => posting.amountMinor !== 0);
  const imbalance = sumMinor(postings.map((posting) => posting.amountMinor));
  if (imbalance !== 0) throw new Error(`Ledger entry ${entry.reference} is off by ${imbalance}`);

  const postedAt = entry.postedAt ?? new Date();
  const entryId = newId(postedAt.getTime());
  const inserted = await tx
    .insert(ledgerEntries)
    .values({ id: entryId, kind: entry.kind, reference: entry.reference, orderId: entry.orderId, postedAt })
    .onConflictDoNothing({ target: ledgerEntries.reference })
    .returning({ id: ledgerEntries.id });
  if (inserted.length === 0) return false;

  const rows = JSON.stringify(
    postings.map(({ account, ...posting }) => ({
      id: newId(postedAt.getTime()),
      kind: account.kind,
      seller_id: account.sellerId ?? null,
      amount_minor: posting.amountMinor,
      seller_order_id: posting.sellerOrderId ?? null,
      order_line_id: posting.orderLineId ?? null,
    })),
  );
  await openAccounts(tx, entry.currency, rows);
  await tx.execute(sql`
    insert into ledger_postings
      (id, entry_id, account_id, currency, amount_minor, seller_order_id, order_line_id, posted_at)
    select posting.id, ${entryId}, account.id, ${entry.currency}, posting.amount_minor,
      posting.seller_order_id, posting.order_line_id, ${postedAt.toISOString()}::timestamptz
    from jsonb_to_recordset(${rows}::jsonb) as posting(
      id uuid, kind ledger_account_kind, seller_id uuid, amount_minor bigint, seller_order_id uuid, order_line_id uuid)
    join ledger_accounts account
      on account.kind = posting.kind and account.currency = ${entry.currency}
      and account.seller_id is not distinct from posting.seller_id`);
  return true;
}

/** Accounts come into being with their first posting. */
async function openAccounts(tx: Transaction, currency: Currency, rows: string): Promise<void> {
  await tx.execute(sql`
    insert into ledger_accounts (id, kind, seller_id, currency)
    select gen_random_uuid(), wanted.kind, wanted.seller_id, ${currency}
    from (
      select distinct kind, seller_id
      from jsonb_to_recordset(${rows}::jsonb) as posting(kind ledger_account_kind, seller_id uuid)
    ) wanted
    where not exists (
      select 1 from ledger_accounts account
      where account.kind = wanted.kind and account.currency = ${currency}
        and account.seller_id is not distinct from wanted.seller_id)
    on conflict do nothing`);
}
