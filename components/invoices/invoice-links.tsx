import { FileText } from '@/components/ui/icons';
import { currentLocale, words } from '@/components/ui/words';
import { formatDate, formatMoney } from '@/lib/i18n';
import type { InvoiceView } from '@/lib/invoices/model';
import { InvoiceName } from './invoice-name';

type InvoiceLinksProps = {
  invoices: readonly InvoiceView[];
  /** The address that serves them to whoever reads this. */
  under: string;
};

/** Invoices and credit notes, each a file. */
export async function InvoiceLinks({ invoices, under }: InvoiceLinksProps) {
  const [t, locale] = await Promise.all([words('invoices'), currentLocale()]);
  return (
    <ul className="grid">
      {invoices.map(({ invoiceId, kind, number, period, issuedAt, total }) => (
        <li key={invoiceId} className="flex items-start gap-3 py-2 text-sm">
          <FileText aria-hidden className="mt-0.5 size-5 shrink-0 text-muted" />
          <div className="min-w-0 flex-1">
            <a
              href={`${under}/${invoiceId}`}
              download
              className="touch font-strong underline decoration-line underline-offset-4"
            >
              <InvoiceName kind={kind} number={number} />
            </a>
            {period !== null && (
              <p>{t('document.period', { month: formatDate(`${period}-01`, locale, 'monthYear') })}</p>
            )}
            <p className="text-muted">
              {t('issuedAsPdf', { date: formatDate(issuedAt, locale, 'dayMonth') })}
            </p>
          </div>
          <span className="tabular-nums">{formatMoney(total, locale)}</span>
        </li>
      ))}
    </ul>
  );
}
