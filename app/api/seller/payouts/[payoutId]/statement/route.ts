import { z } from 'zod';
import { DESK, defineRoute } from '@/lib/http';
import { translator, type Locale } from '@/lib/i18n';
import { parsePublicId } from '@/lib/kernel/ids';
import { refuse } from '@/lib/kernel/result';
import { getPayoutStatement, statementCsv, statementDocument, type PayoutStatement } from '@/lib/payouts';
import { renderPdf } from '@/lib/platform/pdf';
import { getSeller } from '@/lib/sellers';

/** What a payout is made of, as a file: for spreadsheets, or to be filed. */
export const GET = defineRoute({
  name: 'seller.payout-statement',
  policy: DESK.handleMoney,
  params: z.object({ payoutId: z.string().max(60) }),
  query: z.object({ format: z.enum(['csv', 'pdf']).default('pdf') }),
  rateLimit: { limit: 60, windowSeconds: 600, by: 'actor' },
  handler: async ({ db, seller, params, query: { format }, locale }) => {
    const payoutId = parsePublicId('pyt', params.payoutId);
    const statement = payoutId && (await getPayoutStatement(db, payoutId, seller.sellerId));
    const record = await getSeller(db, seller.sellerId);
    if (!statement || !record) return refuse('not_found');
    const file =
      format === 'csv'
        ? { type: 'text/csv; charset=utf-8', body: csvOf(statement, locale) }
        : { type: 'application/pdf', body: await pdfOf(statement, record.name, locale) };
    return new Response(file.body, {
      headers: {
        'content-type': file.type,
        'content-disposition': `attachment; filename="${statement.payout.payoutId}.${format}"`,
        'cache-control': 'private, no-store',
      },
    });
  },
});

function csvOf(statement: PayoutStatement, locale: Locale): string {
  const t = translator(locale, 'seller');
  return statementCsv(statement, (kind) => t(`money.${kind}`));
}

async function pdfOf(
  statement: PayoutStatement,
  seller: string,
  locale: Locale,
): Promise<Uint8Array<ArrayBuffer>> {
  const market = translator(locale, 'pwa')('name');
  return new Uint8Array(await renderPdf(statementDocument(statement, { seller, locale, market })));
}
