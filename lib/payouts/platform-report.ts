import { sql } from 'drizzle-orm';
import { csv } from '@/lib/kernel/csv';
import { plainAmount, type Currency, type Money } from '@/lib/kernel/money';
import type { Executor } from '@/lib/platform/database';

/** What one seller was credited in one quarter and currency. */
export type PlatformReportLine = {
  readonly sellerId: string;
  readonly shop: string;
  /** As the seller declared it; empty where it has not yet. */
  readonly legalName: string;
  readonly address: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  readonly vatId: string;
  /** `2026-Q4` */
  readonly quarter: string;
  /** Seller orders that were paid. */
  readonly sales: number;
  /** Owed to the seller for them, less refunds and the market's share. */
  readonly consideration: Money;
  /** What the market kept. */
  readonly fees: Money;
};

/**
 * What a platform has to tell the tax authorities of each of its sellers, quarter by quarter (Directive (EU) 2021/514,
 * DAC7, annex V section III.B.2): who they are, how much they were credited, for how many sales, and what was kept. It
 * is all in the ledger. Sellers of goods with fewer than 30 sales and up to 2,000 euros a year may be left out (annex V
 * section I.B.4); they are in it, since others than we decide about that.
 */
export async function getPlatformReport(db: Executor, year: number): Promise<PlatformReportLine[]> {
  const rows = await db.execute<{
    seller_id: string;
    shop: string;
    legal_name: string | null;
    address: string | null;
    country: string;
    vat_id: string | null;
    quarter: string;
    sales: number;
    currency: Currency;
    consideration: string;
    fees: string;
  }>(sql`
    with moved as (
      select part.seller_id, posting.currency, date_trunc('quarter', posting.posted_at at time zone 'UTC') as quarter,
        count(distinct part.id) filter (where entry.kind = 'sale') as sales,
        -coalesce(sum(posting.amount_minor) filter (where account.kind <> 'commission_revenue'), 0) as consideration,
        -coalesce(sum(posting.amount_minor) filter (where account.kind = 'commission_revenue'), 0) as fees
      from ledger_entries entry
      join ledger_postings posting on posting.entry_id = entry.id
      join ledger_accounts account on account.id = posting.account_id
      join seller_orders part on part.id = posting.seller_order_id
      where entry.kind in ('sale', 'refund')
        and (account.kind = 'commission_revenue' or account.seller_id is not null)
        and posting.posted_at >= make_timestamptz(${year}, 1, 1, 0, 0, 0, 'UTC')
        and posting.posted_at < make_timestamptz(${year + 1}, 1, 1, 0, 0, 0, 'UTC')
      group by 1, 2, 3
    )
    select moved.seller_id, seller.name as shop, business.legal_name,
      concat_ws(', ', business.line1, nullif(business.line2, ''), business.postal_code || ' ' || business.city) as address,
      coalesce(business.country, seller.country) as country, business.vat_id,
      to_char(moved.quarter, 'YYYY-"Q"Q') as quarter, moved.sales::int, moved.currency, moved.consideration, moved.fees
    from moved
    join sellers seller on seller.id = moved.seller_id
    left join seller_businesses business on business.seller_id = seller.id
    order by seller.name, seller.id, moved.quarter, moved.currency`);
  return rows.map(({ consideration, fees, currency, ...row }) => ({
    sellerId: row.seller_id,
    shop: row.shop,
    legalName: row.legal_name ?? '',
    address: row.address ?? '',
    country: row.country,
    vatId: row.vat_id ?? '',
    quarter: row.quarter,
    sales: row.sales,
    consideration: { amountMinor: Number(consideration), currency },
    fees: { amountMinor: Number(fees), currency },
  }));
}

/** The report for spreadsheets, a line for each seller, quarter and currency. */
export function platformReportCsv(lines: readonly PlatformReportLine[]): string {
  return csv([
    [
      ...['quarter', 'shop', 'legal_name', 'address', 'country', 'vat_id'],
      ...['sales', 'consideration', 'fees', 'currency'],
    ],
    ...lines.map((line) => [
      ...[line.quarter, line.shop, line.legalName, line.address, line.country, line.vatId],
      ...[String(line.sales), plainAmount(line.consideration), plainAmount(line.fees), line.fees.currency],
    ]),
  ]);
}
