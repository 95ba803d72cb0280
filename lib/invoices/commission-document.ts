import type { CommissionContent, CommissionLine } from '@/db/schema/invoices';
import { formatBasisPoints, formatDate, formatMoney, translator, type Locale } from '@/lib/i18n';
import type { PdfBlock } from '@/lib/platform/pdf';
import { firstOfMonth } from './month';
import { partyLines } from './party-lines';
import type { Invoice } from './queries';

/** What stands on the market's invoice for a seller's commission of a month, by Directive 2006/112/EC art. 226. */
export function commissionBlocks(invoice: Invoice, content: CommissionContent, locale: Locale): PdfBlock[] {
  const t = translator(locale, 'invoices');
  const money = (amountMinor: number) => formatMoney({ amountMinor, currency: invoice.currency }, locale);
  const { issuer, recipient, lines, taxBasisPoints, taxRule } = content;
  const isCredit = invoice.kind === 'commission_credit_note';
  return [
    {
      kind: 'columns',
      columns: [
        { title: t('document.market'), lines: partyLines(issuer, locale) },
        { title: t('document.seller'), lines: partyLines(recipient, locale) },
        {
          title: t('document.about'),
          lines: [
            t('document.issued', { date: formatDate(invoice.issuedAt, locale, 'date') }),
            t('document.period', { month: formatDate(firstOfMonth(content.period), locale, 'monthYear') }),
          ],
        },
      ],
    },
    {
      kind: 'facts',
      facts: [
        { label: t('document.net'), value: money(invoice.totalMinor - invoice.taxMinor) },
        {
          label: t('document.taxAt', { rate: formatBasisPoints(taxBasisPoints, locale) }),
          value: money(invoice.taxMinor),
        },
        { label: t('document.total'), value: money(invoice.totalMinor), strong: true },
      ],
    },
    ...(taxRule === 'domestic' ? [] : [{ kind: 'text', text: t(`document.${taxRule}`) } as const]),
    { kind: 'text', text: t(isCredit ? 'document.addedToBalance' : 'document.takenFromSales') },
    { kind: 'heading', text: t('document.lines') },
    {
      kind: 'table',
      columns: [
        { header: t('document.date'), share: 3 },
        { header: t('document.orderNumber'), share: 3 },
        { header: t('document.what'), share: 5 },
        { header: t('document.amount'), share: 2, numeric: true },
      ],
      rows: lines.map((line) => [
        formatDate(line.postedAt, locale, 'date'),
        line.orderNumber,
        whatItIs(line, locale),
        money(isCredit ? -line.amountMinor : line.amountMinor),
      ]),
      totals: [['', t('document.total'), '', money(invoice.totalMinor)]],
    },
  ];
}

function whatItIs({ amountMinor, chargedOn }: CommissionLine, locale: Locale): string {
  const t = translator(locale, 'invoices');
  if (amountMinor >= 0) return t('document.taken');
  return chargedOn ? t('document.givenBackOf', { number: chargedOn }) : t('document.givenBack');
}
