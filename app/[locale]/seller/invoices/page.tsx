import { z } from 'zod';
import { InvoiceTable } from '@/components/invoices/invoice-table';
import { BusinessForm } from '@/components/seller/business-form';
import { Card } from '@/components/ui/card';
import { Folded } from '@/components/ui/folded';
import { FileText } from '@/components/ui/icons';
import { EmptyState, FormStatus } from '@/components/ui/state';
import { Tabs } from '@/components/ui/tabs';
import { words } from '@/components/ui/words';
import { PageHead } from '@/components/workspace/page-head';
import { Paging } from '@/components/workspace/paging';
import { listCountries } from '@/lib/customers/model';
import { DESK, requirePage } from '@/lib/http';
import { formatDate, type Locale } from '@/lib/i18n';
import { countInvoices, INVOICES_A_FILE, listInvoiceMonths, listInvoicesOfSeller } from '@/lib/invoices';
import { getBusiness, getSeller } from '@/lib/sellers';
import type { SellerBusiness, SellerRecord } from '@/lib/sellers/model';
import { saveBusinessDetails } from './actions';

/** Anything a person may have typed into the address is read as something sensible. */
const query = z.object({
  month: z
    .string()
    .regex(/^20\d\d-(0[1-9]|1[0-2])$/)
    .nullable()
    .catch(null)
    .default(null),
  after: z.uuid().nullable().catch(null).default(null),
});

export default async function SellerInvoicesPage({
  params,
  searchParams,
}: PageProps<'/[locale]/seller/invoices'>) {
  const { db, locale, clock, seller } = await requirePage(DESK.handleMoney, '/seller/invoices', params);
  const { month, after } = query.parse(await searchParams);
  const { sellerId } = seller;
  const [t, months, page, count, business, shop] = await Promise.all([
    words('invoices'),
    listInvoiceMonths(db, sellerId, clock()),
    listInvoicesOfSeller(db, { sellerId, month }, { limit: 50, after }),
    month === null ? 0 : countInvoices(db, { sellerId, month }),
    getBusiness(db, sellerId),
    getSeller(db, sellerId),
  ]);
  const here = month ? `/seller/invoices?month=${month}` : '/seller/invoices';
  return (
    <>
      <PageHead title={t('title')} lead={t('list.lead')} />
      <div className="grid gap-8">
        <Business locale={locale} business={business} shop={shop} />
        <section className="grid gap-4">
          <Tabs
            label={t('list.months')}
            current={here}
            tabs={[
              { label: t('list.all'), href: '/seller/invoices' },
              ...months.map((each) => ({
                label: formatDate(`${each}-01`, locale, 'monthYear'),
                href: `/seller/invoices?month=${each}`,
              })),
            ]}
          />
          {page.items.length > 0 ? (
            <InvoiceTable invoices={page.items} />
          ) : (
            <EmptyState icon={<FileText />} title={t('list.emptyTitle')}>
              {t('list.empty')}
            </EmptyState>
          )}
          <Paging path={here} after={after} next={page.next} />
          {month !== null && <MonthFiles month={month} count={count} />}
        </section>
      </div>
    </>
  );
}

/** All documents of a month in one file, or in as many as they need. */
async function MonthFiles({ month, count }: { month: string; count: number }) {
  const t = await words('invoices');
  const parts = Math.ceil(count / INVOICES_A_FILE);
  return (
    <ul className="flex flex-wrap gap-3">
      {Array.from({ length: parts }, (_, index) => index + 1).map((part) => (
        <li key={part}>
          <a
            href={`/api/seller/invoices/month?month=${month}&part=${part}`}
            download
            className="touch inline-flex items-center gap-2 text-sm underline decoration-line underline-offset-4"
          >
            <FileText aria-hidden className="size-5" />
            {t('list.download', { part, parts })}
          </a>
        </li>
      ))}
    </ul>
  );
}

type BusinessProps = { locale: Locale; business: SellerBusiness | null; shop: SellerRecord | null };

/** Asked for until it is known, and folded from then on. */
async function Business({ locale, business, shop }: BusinessProps) {
  const t = await words('invoices');
  const form = (
    <div className="grid max-w-form gap-5">
      <p className="text-sm text-muted">{t('business.lead')}</p>
      <BusinessForm
        action={saveBusinessDetails}
        business={business ?? { city: shop?.city, country: shop?.country }}
        countries={listCountries(locale)}
        words={{
          legalName: t('business.legalName'),
          line1: t('business.line1'),
          line2: t('business.line2'),
          postalCode: t('business.postalCode'),
          city: t('business.city'),
          region: t('business.region'),
          country: t('business.country'),
          vatId: t('business.vatId'),
          vatIdHint: t('business.vatIdHint'),
          chooseCountry: t('business.chooseCountry'),
          optional: t('business.optional'),
          save: t('business.save'),
          saved: t('business.saved'),
        }}
      />
    </div>
  );
  if (business) return <Folded title={t('business.known', { name: business.legalName })}>{form}</Folded>;
  return (
    <Card className="grid gap-4 p-5 md:p-6">
      <h2 className="text-lg">{t('business.title')}</h2>
      <FormStatus kind="warning">{t('business.missing')}</FormStatus>
      {form}
    </Card>
  );
}
