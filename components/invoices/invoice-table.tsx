import { Link } from '@/components/ui/link';
import { Table } from '@/components/ui/table';
import { currentLocale, words } from '@/components/ui/words';
import { formatDate, formatMoney } from '@/lib/i18n';
import type { InvoiceView } from '@/lib/invoices/model';
import { InvoiceName } from './invoice-name';

/** A seller's documents, newest first; each is a file. */
export async function InvoiceTable({ invoices }: { invoices: readonly InvoiceView[] }) {
  const [t, locale] = await Promise.all([words('invoices'), currentLocale()]);
  return (
    <Table
      caption={t('title')}
      rows={invoices}
      rowKey={({ invoiceId }) => invoiceId}
      columns={[
        {
          key: 'document',
          header: t('list.document'),
          cell: ({ invoiceId, kind, number }) => (
            <a
              href={`/api/seller/invoices/${invoiceId}`}
              download
              className="touch font-strong underline decoration-line underline-offset-4"
            >
              <InvoiceName kind={kind} number={number} />
            </a>
          ),
        },
        {
          key: 'about',
          header: t('list.about'),
          cell: ({ sellerOrderId, orderNumber, period }) =>
            period !== null ? (
              formatDate(`${period}-01`, locale, 'monthYear')
            ) : (
              <Link
                href={`/seller/orders/${sellerOrderId}`}
                className="touch underline decoration-line underline-offset-4"
              >
                {orderNumber}
              </Link>
            ),
        },
        { key: 'issued', header: t('list.issued'), cell: ({ issuedAt }) => formatDate(issuedAt, locale) },
        { key: 'tax', header: t('list.tax'), numeric: true, cell: ({ tax }) => formatMoney(tax, locale) },
        {
          key: 'total',
          header: t('list.total'),
          numeric: true,
          cell: ({ total }) => formatMoney(total, locale),
        },
      ]}
    />
  );
}
