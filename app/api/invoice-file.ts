import type { Locale } from '@/lib/i18n';
import { invoiceDocument, type Invoice } from '@/lib/invoices';
import { renderPdf } from '@/lib/platform/pdf';

/** Documents as one file to be kept, each beginning on a page of its own. */
export async function invoiceFile(
  [first, ...others]: readonly [Invoice, ...Invoice[]],
  name: string,
  locale: Locale,
): Promise<Response> {
  const file = await renderPdf(
    invoiceDocument(first, locale),
    ...others.map((invoice) => invoiceDocument(invoice, locale)),
  );
  return new Response(new Uint8Array(file), {
    headers: {
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename="${name}.pdf"`,
      'cache-control': 'private, no-store',
    },
  });
}
