import type { Locale } from '@/lib/i18n';
import { invoiceDocument, type Invoice } from '@/lib/invoices';
import { pdfFile } from './pdf-file';

/** Documents as one file to be kept, each beginning on a page of its own. */
export function invoiceFile(
  [first, ...others]: readonly [Invoice, ...Invoice[]],
  name: string,
  locale: Locale,
): Promise<Response> {
  const drawn = others.map((invoice) => invoiceDocument(invoice, locale));
  return pdfFile([invoiceDocument(first, locale), ...drawn], name);
}
