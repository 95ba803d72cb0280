import { DESK, defineRoute } from '@/lib/http';
import {
  countPeriod,
  daysCsv,
  listProducts,
  listTerms,
  periodOf,
  productsCsv,
  termsCsv,
} from '@/lib/insight';
import { insightFileQuery } from '@/lib/insight/input';
import { csvFile } from '../../csv-file';

/** A seller's days, all products or all search terms of a period, for spreadsheets. */
export const GET = defineRoute({
  name: 'seller.insight',
  policy: DESK.seeInsight,
  query: insightFileQuery,
  rateLimit: { limit: 60, windowSeconds: 600, by: 'actor' },
  handler: async ({ db, seller: { sellerId }, query, clock, locale }) => {
    const period = periodOf(query, clock());
    const sheetOf = {
      days: async () => daysCsv(await countPeriod(db, sellerId, period)),
      products: async () => {
        const { currency } = await countPeriod(db, sellerId, period);
        return productsCsv(await listProducts(db, sellerId, 'all', { period, currency, locale }));
      },
      terms: async () => termsCsv(await listTerms(db, sellerId, { period })),
    };
    return csvFile(await sheetOf[query.of](), `${query.of}-${period.from}-${period.until}`);
  },
});
