import { z } from 'zod';
import { TaxTables } from '@/components/seller/tax-tables';
import { ButtonLink } from '@/components/ui/button';
import { FileText } from '@/components/ui/icons';
import { EmptyState } from '@/components/ui/state';
import { Tabs } from '@/components/ui/tabs';
import { words } from '@/components/ui/words';
import { PageHead } from '@/components/workspace/page-head';
import { DESK, requirePage } from '@/lib/http';
import { formatDate, type Locale } from '@/lib/i18n';
import { getTaxReport, taxPeriod, taxPeriodsAround } from '@/lib/invoices';

const query = z.object({ period: z.string().catch('').default('') });

export default async function SellerTaxPage({
  params,
  searchParams,
}: PageProps<'/[locale]/seller/money/tax'>) {
  const { db, locale, clock, seller } = await requirePage(DESK.handleMoney, '/seller/money/tax', params);
  const offered = taxPeriodsAround(clock());
  const period = taxPeriod(query.parse(await searchParams).period) ?? taxPeriod(offered[0]!)!;
  const [t, report] = await Promise.all([words('seller'), getTaxReport(db, seller.sellerId, period)]);
  const isEmpty = report.sales.length === 0 && report.commission.length === 0;
  const addressOf = (name: string) => `/seller/money/tax?period=${name}`;
  return (
    <>
      <PageHead title={t('tax.title')} lead={t('tax.lead')}>
        {!isEmpty && (
          <ButtonLink href={`/api/seller/tax-report?period=${period.name}`} download>
            {t('tax.download')}
          </ButtonLink>
        )}
      </PageHead>
      <div className="grid gap-8">
        <Tabs
          label={t('tax.periods')}
          current={addressOf(period.name)}
          tabs={offered.map((name) => ({ label: periodName(name, locale), href: addressOf(name) }))}
        />
        {isEmpty ? (
          <EmptyState icon={<FileText />} title={t('tax.emptyTitle')}>
            {t('tax.empty')}
          </EmptyState>
        ) : (
          <TaxTables report={report} locale={locale} />
        )}
      </div>
    </>
  );
}

/** `November 2026`, `Q4 2026` or `2026`. */
function periodName(name: string, locale: Locale): string {
  const [year, part] = name.split('-');
  if (part === undefined) return name;
  return part.startsWith('Q') ? `${part} ${year}` : formatDate(`${name}-01`, locale, 'monthYear');
}
