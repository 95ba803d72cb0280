import { sql } from 'drizzle-orm';
import type { ledgerAccountKind } from '@/db/schema/ledger';
import { newId } from '@/lib/kernel/ids';
import { sumMinor, type Currency } from '@/lib/kernel/money';
import type { Transaction } from '@/lib/platform/database';

export type AccountKind = (typeof ledgerAccountKind.enumValues)[number];

/** The market's own account of a kind, one seller's, or that of one holder of credit. */
export type Account = {
  readonly kind: AccountKind;
  readonly sellerId?: string;
  readonly holderId?: string;
};

/** Debits are positive, credits negative. */
export type Posting = {
  readonly account: Account;
  readonly amountMinor: number;
  readonly sellerOrderId?: string;
  readonly orderLineId?: string;
};

/** What changes what customers have to spend. */
export type CreditEntry = 'credit_grant' | 'credit_hold' | 'credit_release' | GiftCardEntry;

type GiftCardEntry = `gift_card_${'issue' | 'redeem' | 'expire' | 'cancel'}`;

export type EntryKind =
  | 'sale'
  | 'unsold_payment'
  | 'refund'
  | 'refund_returned'
  | 'dispute_withdrawn'
  | 'dispute_reinstated'
  | 'dispute_lost'
  | 'provider_fee'
  | 'release'
  | 'hold'
  | 'hold_end'
  | 'payout'
  | 'payout_refused'
  | 'transfer'
  | 'reversal'
  | 'return_label'
  | CreditEntry;

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

/** Posts one entry in the caller's transaction, as `postEntries` does; false when it was posted before. */
export async function postEntry(tx: Transaction, entry: NewEntry): Promise<boolean> {
  return (await postEntries(tx, [entry])).has(entry.reference);
}

/**
 * Posts entries in the caller's transaction, in one statement when their accounts are open, and answers the
 * references that were not posted before. Zero amounts are left out. An entry that does not balance is a fault:
 * it throws here, and the database's own trigger would refuse the commit.
 */
export async function postEntries(
  tx: Transaction,
  entries: readonly NewEntry[],
): Promise<ReadonlySet<string>> {
  if (entries.length === 0) return new Set();
  const rows = entries.map(toRow);
  const written = await writeEntries(tx, rows);
  if (!written.accountMissing) return new Set(written.posted);
  await openAccounts(tx, rows);
  return new Set((await writeEntries(tx, rows)).posted);
}

type EntryRow = {
  readonly id: string;
  readonly kind: EntryKind;
  readonly reference: string;
  readonly order_id: string | null;
  readonly posted_at: string | null;
  readonly postings: readonly {
    readonly id: string;
    readonly kind: AccountKind;
    readonly seller_id: string | null;
    readonly holder_id: string | null;
    readonly currency: Currency;
    readonly amount_minor: number;
    readonly seller_order_id: string | null;
    readonly order_line_id: string | null;
  }[];
};

function toRow(entry: NewEntry): EntryRow {
  const postings = entry.postings.filter((posting) => posting.amountMinor !== 0);
  const imbalance = sumMinor(postings.map((posting) => posting.amountMinor));
  if (imbalance !== 0) throw new Error(`Ledger entry ${entry.reference} is off by ${imbalance}`);
  const nowMs = entry.postedAt?.getTime();
  return {
    id: newId(nowMs),
    kind: entry.kind,
    reference: entry.reference,
    order_id: entry.orderId,
    posted_at: entry.postedAt?.toISOString() ?? null,
    postings: postings.map(({ account, ...posting }) => ({
      id: newId(nowMs),
      kind: account.kind,
      seller_id: account.sellerId ?? null,
      holder_id: account.holderId ?? null,
      currency: entry.currency,
      amount_minor: posting.amountMinor,
      seller_order_id: posting.sellerOrderId ?? null,
      order_line_id: posting.orderLineId ?? null,
    })),
  };
}

/** The postings of all rows, each with its entry's reference. */
function wantedPostings(rows: readonly EntryRow[]) {
  const wanted = rows.flatMap(({ reference, posted_at, postings }) =>
    postings.map((posting) => ({ reference, posted_at, ...posting })),
  );
  return sql`jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb) as wanted(
    reference text, posted_at timestamptz, id uuid, kind ledger_account_kind, seller_id uuid, holder_id uuid, currency char(3),
    amount_minor bigint, seller_order_id uuid, order_line_id uuid)`;
}

/** Writes all entries, or nothing when an account they need is not open. */
async function writeEntries(
  tx: Transaction,
  rows: readonly EntryRow[],
): Promise<{ readonly accountMissing: boolean; readonly posted: readonly string[] }> {
  const heads = JSON.stringify(rows.map(({ postings: _postings, ...head }) => head));
  const [written] = await tx.execute<{ account_missing: boolean; posted: string[] }>(sql`
    with posting as materialized (
      select wanted.*, coalesce(of_seller.id, of_holder.id, of_market.id) as account_id
      from ${wantedPostings(rows)}
      left join ledger_accounts of_seller on of_seller.seller_id = wanted.seller_id
        and of_seller.kind = wanted.kind and of_seller.currency = wanted.currency
      left join ledger_accounts of_holder on of_holder.holder_id = wanted.holder_id
        and of_holder.kind = wanted.kind and of_holder.currency = wanted.currency
      left join ledger_accounts of_market on of_market.seller_id is null and wanted.seller_id is null
        and of_market.holder_id is null and wanted.holder_id is null
        and of_market.kind = wanted.kind and of_market.currency = wanted.currency
    ), complete as (
      select not exists (select 1 from posting where account_id is null) as yes
    ), entry as (
      insert into ledger_entries (id, kind, reference, order_id, posted_at)
      select head.id, head.kind, head.reference, head.order_id, coalesce(head.posted_at, now())
      from jsonb_to_recordset(${heads}::jsonb)
        as head(id uuid, kind text, reference text, order_id uuid, posted_at timestamptz)
      where (select yes from complete)
      order by head.reference
      on conflict (reference) do nothing
      returning id, reference
    ), written as (
      insert into ledger_postings
        (id, entry_id, account_id, currency, amount_minor, seller_order_id, order_line_id, posted_at)
      select posting.id, entry.id, posting.account_id, posting.currency, posting.amount_minor,
        posting.seller_order_id, posting.order_line_id, coalesce(posting.posted_at, now())
      from posting join entry on entry.reference = posting.reference
    )
    select not (select yes from complete) as account_missing,
      coalesce((select array_agg(reference) from entry), '{}') as posted`);
  return { accountMissing: written?.account_missing ?? false, posted: written?.posted ?? [] };
}

/** Accounts come into being with their first posting. */
async function openAccounts(tx: Transaction, rows: readonly EntryRow[]): Promise<void> {
  await tx.execute(sql`
    insert into ledger_accounts (id, kind, seller_id, holder_id, currency)
    select gen_random_uuid(), kind, seller_id, holder_id, currency
    from (select distinct kind, seller_id, holder_id, currency from ${wantedPostings(rows)}) account
    order by kind, seller_id, holder_id, currency
    on conflict do nothing`);
}
