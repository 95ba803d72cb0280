import { z } from 'zod';
import { csvFile } from '../../csv-file';
import { defineRoute } from '@/lib/http';
import { getPlatformReport, platformReportCsv } from '@/lib/payouts';

/** What the authorities are told of every seller in a year (DAC7). */
export const GET = defineRoute({
  name: 'admin.platform-report',
  policy: { staff: ['admin', 'finance'] },
  query: z.object({ year: z.coerce.number().int().min(2020).max(2100) }),
  rateLimit: { limit: 20, windowSeconds: 600, by: 'actor' },
  handler: async ({ db, query: { year } }) =>
    csvFile(platformReportCsv(await getPlatformReport(db, year)), `sellers-${year}`),
});
