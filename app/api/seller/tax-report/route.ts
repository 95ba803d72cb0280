import { z } from 'zod';
import { csvFile } from '../../csv-file';
import { DESK, defineRoute } from '@/lib/http';
import { getTaxReport, taxPeriod, taxReportCsv } from '@/lib/invoices';
import { refuse } from '@/lib/kernel/result';

/** A seller's taxes of a period, for whoever declares them. */
export const GET = defineRoute({
  name: 'seller.tax-report',
  policy: DESK.handleMoney,
  query: z.object({ period: z.string().transform(taxPeriod) }),
  rateLimit: { limit: 60, windowSeconds: 600, by: 'actor' },
  handler: async ({ db, seller, query: { period } }) => {
    if (!period) return refuse('not_found');
    const report = await getTaxReport(db, seller.sellerId, period);
    return csvFile(taxReportCsv(report), `taxes-${period.name}`);
  },
});
