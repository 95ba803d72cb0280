import { renderPdf, type PdfDocument } from '@/lib/platform/pdf';

/** Paper documents as one file to be kept, `name` without its ending; each begins on a page of its own. */
export async function pdfFile(
  [first, ...others]: readonly [PdfDocument, ...PdfDocument[]],
  name: string,
): Promise<Response> {
  return pdfAnswer(await renderPdf(first, ...others), name);
}

/** A PDF as a file to be kept, `name` without its ending. */
export function pdfAnswer(file: Buffer, name: string): Response {
  return new Response(new Uint8Array(file), {
    headers: {
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename="${name}.pdf"`,
      'cache-control': 'private, no-store',
    },
  });
}
