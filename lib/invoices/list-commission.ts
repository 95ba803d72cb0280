import { sql } from 'drizzle-orm';
import type { Currency } from '@/lib/kernel/money';
import type { Executor } from '@/lib/platform/database';

/** One seller's commission in one currency and month (`2026-11`, UTC). */
export type CommissionMonth = {
  readonly sellerId: string;
  readonly currency: Currency;
  readonly period: string;
};

/** What one entry of the ledger took of an order as commission; below zero what it gave back. */
export type TakenCommission = CommissionMonth & {
  readonly orderNumber: string;
  readonly postedAt: string;
  readonly amountMinor: number;
  /** The month in which the order was paid, and its commission taken. */
  readonly takenIn: string;
};

/** What names a commission month as the cause of its document. */
export function commissionCause({ sellerId, currency, period }: CommissionMonth): string {
  return `commission:${sellerId}:${currency}:${period}`;
}

/** The months before `end` (a month, too) with commission that is on no document, the earliest first. */
export async function listMonthsToInvoice(db: Executor, end: string): Promise<string[]> {
  const rows = await db.execute<{ period: string }>(sql`
    select distinct taken.period
    from (
      select distinct part.seller_id, posting.currency,
        to_char(posting.posted_at at time zone 'UTC', 'YYYY-MM') as period
      from ledger_accounts account
      join ledger_postings posting on posting.account_id = account.id
      join seller_orders part on part.id = posting.seller_order_id
      where account.kind = 'commission_revenue'
        and posting.posted_at < ${`${end}-01`}::timestamp at time zone 'UTC'
    ) taken
    left join invoices invoice
      on invoice.cause = 'commission:' || taken.seller_id || ':' || taken.currency || ':' || taken.period
    where invoice.id is null
    order by taken.period`);
  return rows.map(({ period }) => period);
}

/** All commission of a month: whatever the ledger posted to it for a seller order, in the order in which it did. */
export async function listCommission(db: Executor, period: string): Promise<TakenCommission[]> {
  const rows = await db.execute<{
    seller_id: string;
    currency: Currency;
    number: string;
    posted_at: string;
    amount_minor: string;
    taken_in: string;
  }>(sql`
    select part.seller_id, posting.currency, o.number, posting.posted_at, -sum(posting.amount_minor) as amount_minor,
      to_char(o.paid_at at time zone 'UTC', 'YYYY-MM') as taken_in
    from ledger_accounts account
    join ledger_postings posting on posting.account_id = account.id
    join seller_orders part on part.id = posting.seller_order_id
    join orders o on o.id = part.order_id
    where account.kind = 'commission_revenue'
      and posting.posted_at >= ${`${period}-01`}::timestamp at time zone 'UTC'
      and posting.posted_at < (${`${period}-01`}::timestamp + interval '1 month') at time zone 'UTC'
    group by part.id, posting.currency, o.id, posting.entry_id, posting.posted_at
    order by posting.posted_at, o.number, amount_minor desc`);
  return rows.map((row) => ({
    sellerId: row.seller_id,
    currency: row.currency,
    period,
    orderNumber: row.number,
    postedAt: new Date(row.posted_at).toISOString(),
    amountMinor: Number(row.amount_minor),
    takenIn: row.taken_in,
  }));
}
