import { sql } from 'drizzle-orm';
import { csv } from '@/lib/kernel/csv';
import { plainAmount, type Currency } from '@/lib/kernel/money';
import type { Executor } from '@/lib/platform/database';
import type { CommissionTaxed, SalesTaxed, TaxReport } from './model';
import type { TaxPeriod } from './tax-period';

/**
 * What a seller sold in a period, by country and rate, and what the market took of it: the sums of the documents that
 * were issued in it, credit notes less. So it says what the documents say, to the cent.
 */
export async function getTaxReport(db: Executor, sellerId: string, period: TaxPeriod): Promise<TaxReport> {
  const issued = sql`seller_id = ${sellerId}
    and issued_at >= ${period.from.toISOString()} and issued_at < ${period.until.toISOString()}`;
  const [sales, commission] = await Promise.all([
    db.execute<{
      country: string;
      rate: number;
      owed_by: SalesTaxed['owedBy'];
      currency: Currency;
      tax: string;
      total: string;
    }>(sql`
      select content->'recipient'->>'country' as country, (line->>'taxBasisPoints')::int as rate,
        case content->>'taxMode' when 'exclusive' then 'market' else 'seller' end as owed_by, currency,
        sum(sign * (line->>'taxMinor')::bigint) as tax, sum(sign * (line->>'totalMinor')::bigint) as total
      from (
        select content, currency, case kind when 'credit_note' then -1 else 1 end as sign
        from invoices where ${issued} and kind in ('invoice', 'credit_note')
      ) document, jsonb_array_elements(content->'lines') line
      group by 1, 2, 3, 4 order by currency, country, rate desc, owed_by`),
    db.execute<{ rule: CommissionTaxed['rule']; currency: Currency; tax: string; total: string }>(sql`
      select content->>'taxRule' as rule, currency,
        sum(case kind when 'commission_credit_note' then -tax_minor else tax_minor end) as tax,
        sum(case kind when 'commission_credit_note' then -total_minor else total_minor end) as total
      from invoices where ${issued} and kind in ('commission_invoice', 'commission_credit_note')
      group by 1, 2 order by currency, rule`),
  ]);
  return {
    period: period.name,
    sales: sales.map(({ country, rate, owed_by: owedBy, ...sums }) => ({
      ...{ country, owedBy },
      taxBasisPoints: rate,
      ...taxed(sums),
    })),
    commission: commission.map(({ rule, ...sums }) => ({ rule, ...taxed(sums) })),
  };
}

/** The report for spreadsheets: sales as they were, commission as what was paid for. */
export function taxReportCsv({ period, sales, commission }: TaxReport): string {
  return csv([
    ['period', 'what', 'country', 'tax_percent', 'tax_owed_by', 'net', 'tax', 'gross', 'currency'],
    ...sales.map((line) => [
      ...[period, 'sales', line.country, String(line.taxBasisPoints / 100), line.owedBy],
      ...amounts(line),
    ]),
    ...commission.map((line) => [period, 'commission', '', '', line.rule, ...amounts(line)]),
  ]);
}

type Sums = { readonly currency: Currency; readonly tax: string; readonly total: string };

function taxed({ currency, tax, total }: Sums) {
  const [taxMinor, totalMinor] = [Number(tax), Number(total)];
  const money = (amountMinor: number) => ({ amountMinor, currency });
  return { net: money(totalMinor - taxMinor), tax: money(taxMinor), gross: money(totalMinor) };
}

function amounts({ net, tax, gross }: Pick<SalesTaxed, 'net' | 'tax' | 'gross'>): string[] {
  return [plainAmount(net), plainAmount(tax), plainAmount(gross), gross.currency];
}
