import { Section } from '@/components/ui/card';
import { Table, type Column } from '@/components/ui/table';
import { words } from '@/components/ui/words';
import { countryName, formatNumber, type Locale } from '@/lib/i18n';
import type { CommissionTaxed, SalesTaxed, TaxReport } from '@/lib/invoices/model';
import { formatMoney } from '@/lib/kernel/money';

type Amounts = Pick<SalesTaxed, 'net' | 'tax' | 'gross'>;

/** What was sold by country and rate, and what the market took, each with its tax. */
export async function TaxTables({ report, locale }: { report: TaxReport; locale: Locale }) {
  const t = await words('seller');
  const amounts: readonly Column<Amounts>[] = (['net', 'tax', 'gross'] as const).map((key) => ({
    key,
    header: t(`tax.${key}`),
    numeric: true,
    cell: (row) => formatMoney(row[key], locale),
  }));
  return (
    <>
      {report.sales.length > 0 && (
        <Section title={t('tax.sales')}>
          <Table<SalesTaxed>
            caption={t('tax.sales')}
            rows={report.sales}
            rowKey={({ country, taxBasisPoints, owedBy, gross }) =>
              [country, taxBasisPoints, owedBy, gross.currency].join(' ')
            }
            columns={[
              {
                key: 'country',
                header: t('tax.country'),
                cell: ({ country }) => countryName(country, locale),
              },
              {
                key: 'rate',
                header: t('tax.rate'),
                cell: ({ taxBasisPoints }) =>
                  t('tax.percent', { percent: formatNumber(taxBasisPoints / 100, locale) }),
              },
              { key: 'owed', header: t('tax.owed'), cell: ({ owedBy }) => t(`tax.owedBy.${owedBy}`) },
              ...amounts,
            ]}
          />
        </Section>
      )}
      {report.commission.length > 0 && (
        <Section title={t('tax.commission')}>
          <Table<CommissionTaxed>
            caption={t('tax.commission')}
            rows={report.commission}
            rowKey={({ rule, gross }) => `${rule} ${gross.currency}`}
            columns={[
              { key: 'rule', header: t('tax.rule'), cell: ({ rule }) => t(`tax.rules.${rule}`) },
              ...amounts,
            ]}
          />
        </Section>
      )}
    </>
  );
}
