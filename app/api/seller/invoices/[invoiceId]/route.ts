import { z } from 'zod';
import { defineRoute } from '@/lib/http';
import { documentNumber, getInvoice } from '@/lib/invoices';
import { parsePublicId } from '@/lib/kernel/ids';
import { refuse } from '@/lib/kernel/result';
import { invoiceFile } from '../../../invoice-file';

/** A document of the seller's own: one it issued, or one of the market for its commission. */
export const GET = defineRoute({
  name: 'seller.invoice',
  policy: { seller: ['owner', 'orders', 'finance'] },
  params: z.object({ invoiceId: z.string().max(60) }),
  rateLimit: { limit: 60, windowSeconds: 600, by: 'actor' },
  handler: async ({ db, seller, params, locale }) => {
    const invoiceId = parsePublicId('inv', params.invoiceId);
    const invoice = invoiceId && (await getInvoice(db, invoiceId, { sellerId: seller.sellerId }));
    return invoice ? invoiceFile([invoice], documentNumber(invoice), locale) : refuse('not_found');
  },
});
