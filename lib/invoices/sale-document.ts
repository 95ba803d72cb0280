import type { Party, SaleContent, SaleLine } from '@/db/schema/invoices';
import { formatBasisPoints, formatDate, formatMoney, translator, type Locale } from '@/lib/i18n';
import { COUNTRY_GROUPS } from '@/lib/sellers';
import type { PdfBlock } from '@/lib/platform/pdf';
import { partyLines } from './party-lines';
import type { Invoice } from './queries';
import { taxByRate } from './tax-by-rate';

/** What stands on a seller's invoice or credit note, by Directive 2006/112/EC art. 226. */
export function saleBlocks(invoice: Invoice, content: SaleContent, locale: Locale): PdfBlock[] {
  const t = translator(locale, 'invoices');
  const date = (instant: Date | string) => formatDate(instant, locale, 'date');
  const { issuer, recipient, lines } = content;
  return [
    {
      kind: 'columns',
      columns: [
        { title: t('document.issuer'), lines: partyLines(issuer, locale) },
        { title: t('document.recipient'), lines: partyLines(recipient, locale) },
        {
          title: t('document.about'),
          lines: [
            t('document.issued', { date: date(invoice.issuedAt) }),
            ...(invoice.correctsNumber ? [t('document.corrects', { number: invoice.correctsNumber })] : []),
            t('document.order', { number: content.orderNumber }),
            t('document.ordered', { date: date(content.orderedAt) }),
            t('document.paid', { date: date(content.paidAt) }),
            t('document.supplied', { date: date(content.suppliedAt) }),
          ],
        },
      ],
    },
    lineTable(invoice, lines, locale),
    taxTable(invoice, lines, locale),
    ...(isExport(issuer, recipient, lines) ? [{ kind: 'text', text: t('document.export') } as const] : []),
    ...(content.taxMode === 'exclusive' ? [{ kind: 'text', text: t('document.addedTax') } as const] : []),
    { kind: 'text', text: t(invoice.kind === 'invoice' ? 'document.paidInFull' : 'document.wentBack') },
  ];
}

function lineTable(invoice: Invoice, lines: readonly SaleLine[], locale: Locale): PdfBlock {
  const t = translator(locale, 'invoices');
  const money = (amountMinor: number) => formatMoney({ amountMinor, currency: invoice.currency }, locale);
  return {
    kind: 'table',
    columns: [
      { header: t('document.quantity'), share: 1, numeric: true },
      { header: t('document.item'), share: 6 },
      { header: t('document.unitNet'), share: 2, numeric: true },
      { header: t('document.rate'), share: 1.3, numeric: true },
      { header: t('document.net'), share: 2, numeric: true },
      { header: t('document.tax'), share: 2, numeric: true },
      { header: t('document.total'), share: 2, numeric: true },
    ],
    rows: lines.map((line) => [
      String(line.quantity),
      itemText(line, money, locale),
      line.price ? money(line.price.unitNetMinor) : '',
      formatBasisPoints(line.taxBasisPoints, locale),
      money(line.totalMinor - line.taxMinor),
      money(line.taxMinor),
      money(line.totalMinor),
    ]),
    totals: [
      [
        '',
        t('document.total'),
        '',
        '',
        money(invoice.totalMinor - invoice.taxMinor),
        money(invoice.taxMinor),
        money(invoice.totalMinor),
      ],
    ],
  };
}

function itemText(
  { title, sellerSku, price }: SaleLine,
  money: (amountMinor: number) => string,
  locale: Locale,
): string {
  const t = translator(locale, 'invoices');
  return [
    title,
    sellerSku && t('document.sku', { sku: sellerSku }),
    price && price.discountMinor > 0 && t('document.discount', { amount: money(price.discountMinor) }),
    price && price.shippingMinor > 0 && t('document.shipping', { amount: money(price.shippingMinor) }),
  ]
    .filter(Boolean)
    .join('\n');
}

function taxTable(invoice: Invoice, lines: readonly SaleLine[], locale: Locale): PdfBlock {
  const t = translator(locale, 'invoices');
  const money = (amountMinor: number) => formatMoney({ amountMinor, currency: invoice.currency }, locale);
  return {
    kind: 'table',
    columns: [
      { header: t('document.rate'), share: 3 },
      { header: t('document.net'), share: 2, numeric: true },
      { header: t('document.tax'), share: 2, numeric: true },
      { header: t('document.total'), share: 2, numeric: true },
    ],
    rows: taxByRate(lines).map(({ taxBasisPoints, taxMinor, totalMinor }) => [
      formatBasisPoints(taxBasisPoints, locale),
      money(totalMinor - taxMinor),
      money(taxMinor),
      money(totalMinor),
    ]),
  };
}

/** Goods that leave the Union are exempt where nothing was charged on them. */
function isExport(issuer: Party, recipient: Party, lines: readonly SaleLine[]): boolean {
  const { eu } = COUNTRY_GROUPS;
  const leaves = eu.includes(issuer.country) && !eu.includes(recipient.country);
  return leaves && lines.every(({ taxBasisPoints }) => taxBasisPoints === 0);
}
