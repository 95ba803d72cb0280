import { z } from 'zod';
import { defineRoute } from '@/lib/http';
import { documentNumber, getInvoice } from '@/lib/invoices';
import { parsePublicId } from '@/lib/kernel/ids';
import { refuse } from '@/lib/kernel/result';
import { invoiceFile } from '../../../invoice-file';

/** Anybody's document, for staff. */
export const GET = defineRoute({
  name: 'admin.invoice',
  policy: 'staff',
  params: z.object({ invoiceId: z.string().max(60) }),
  rateLimit: { limit: 60, windowSeconds: 600, by: 'actor' },
  handler: async ({ db, params, locale }) => {
    const invoiceId = parsePublicId('inv', params.invoiceId);
    const invoice = invoiceId && (await getInvoice(db, invoiceId, 'staff'));
    return invoice ? invoiceFile([invoice], documentNumber(invoice), locale) : refuse('not_found');
  },
});
