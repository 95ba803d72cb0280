import { formatDate, formatMoney, translator, type Locale } from '@/lib/i18n';
import type { PdfDocument } from '@/lib/platform/pdf';
import type { PayoutStatement } from './queries';

/** A payout's statement as a paper document: what the page shows, line by line, with the ledger's entries. */
export function statementDocument(
  { payout, lines }: PayoutStatement,
  { seller, locale, market }: { readonly seller: string; readonly locale: Locale; readonly market: string },
): PdfDocument {
  const t = translator(locale, 'seller');
  return {
    title: t('payout.title', { date: formatDate(payout.requestedAt, locale, 'date') }),
    language: locale,
    createdAt: new Date(payout.requestedAt),
    foot: `${market} · ${payout.payoutId}`,
    pageLabel: (page, pages) => t('payout.page', { page, pages }),
    blocks: [
      {
        kind: 'columns',
        columns: [
          { title: t('payout.to'), lines: [seller] },
          { title: t('payout.status'), lines: [t(`payoutStatus.${payout.status}`)] },
        ],
      },
      {
        kind: 'table',
        columns: [
          { header: t('money.when'), share: 2 },
          { header: t('money.what'), share: 3 },
          { header: t('payout.order'), share: 2 },
          { header: t('payout.entry'), share: 4 },
          { header: t('money.amount'), share: 2, numeric: true },
        ],
        rows: lines.map((line) => [
          formatDate(line.postedAt, locale, 'date'),
          t(`money.${line.kind}`),
          line.orderNumber ?? '',
          line.entryId,
          formatMoney(line.amount, locale),
        ]),
        totals: [[t('payout.total'), '', '', '', formatMoney(payout.amount, locale)]],
      },
    ],
  };
}
