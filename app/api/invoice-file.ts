import type { Locale } from '@/lib/i18n';
import { documentNumber, invoiceDocument, type Invoice } from '@/lib/invoices';
import { renderPdf } from '@/lib/platform/pdf';

/** A document as a file to be kept. */
export async function invoiceFile(invoice: Invoice, locale: Locale): Promise<Response> {
  const file = await renderPdf(invoiceDocument(invoice, locale));
  return new Response(new Uint8Array(file), {
    headers: {
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename="${documentNumber(invoice)}.pdf"`,
      'cache-control': 'private, no-store',
    },
  });
}
