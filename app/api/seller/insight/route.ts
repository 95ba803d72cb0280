import { DESK, defineRoute } from '@/lib/http';
import { getInsight, insightCsv, periodOf } from '@/lib/insight';
import { insightQuery } from '@/lib/insight/input';
import { csvFile } from '../../csv-file';

/** A seller's traffic and sales by day, for spreadsheets. */
export const GET = defineRoute({
  name: 'seller.insight',
  policy: DESK.seeInsight,
  query: insightQuery,
  rateLimit: { limit: 60, windowSeconds: 600, by: 'actor' },
  handler: async ({ db, seller, query, clock, locale }) => {
    const period = periodOf(query, clock());
    const insight = await getInsight(db, seller.sellerId, { period, locale });
    return csvFile(insightCsv(insight), `insight-${period.from}-${period.until}`);
  },
});
