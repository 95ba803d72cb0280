import { translator, type Locale } from '@/lib/i18n';
import type { PdfDocument } from '@/lib/platform/pdf';
import { commissionBlocks } from './commission-document';
import { documentNumber } from './document-number';
import type { Invoice } from './queries';
import { saleBlocks } from './sale-document';

/** A document on paper: what was frozen when it was issued, in the reader's words. */
export function invoiceDocument(invoice: Invoice, locale: Locale): PdfDocument {
  const t = translator(locale, 'invoices');
  const { kind, content, issuedAt } = invoice;
  const number = documentNumber(invoice);
  return {
    title: t('named', { kind: t(`kind.${kind}`), number }),
    language: locale,
    createdAt: issuedAt,
    foot: t(`document.foot.${content.about}`, {
      number,
      issuer: content.issuer.name,
      market: translator(locale, 'pwa')('shortName'),
    }),
    pageLabel: (page, pages) => t('document.page', { page, pages }),
    blocks:
      content.about === 'sale'
        ? saleBlocks(invoice, content, locale)
        : commissionBlocks(invoice, content, locale),
  };
}
