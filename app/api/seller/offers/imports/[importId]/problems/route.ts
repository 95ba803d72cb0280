import { z } from 'zod';
import { csvFile } from '../../../../../csv-file';
import { DESK, defineRoute } from '@/lib/http';
import { translator } from '@/lib/i18n';
import { parsePublicId } from '@/lib/kernel/ids';
import { refuse } from '@/lib/kernel/result';
import { getImport, listImportProblems, problemSheet } from '@/lib/offers';
import { MOST_SHEET_ROWS } from '@/lib/offers/model';

/** The rows of an import that are left out, each with the reason before it, to be put right and sent again. */
export const GET = defineRoute({
  name: 'seller.offer-import-problems',
  policy: DESK.changeOffers,
  params: z.object({ importId: z.string().max(60) }),
  rateLimit: { limit: 60, windowSeconds: 600, by: 'actor' },
  handler: async ({ db, seller: { sellerId }, params, locale }) => {
    const importId = parsePublicId('imp', params.importId);
    const own = importId && { importId, sellerId };
    const file = own && (await getImport(db, own));
    if (!own || !file) return refuse('not_found');
    const t = translator(locale, 'bulk');
    const problems = await listImportProblems(db, own, MOST_SHEET_ROWS);
    return csvFile(
      problemSheet(file.heading, problems, (problem) => t(`problems.${problem}`)),
      'rows-left-out',
    );
  },
});
