import { z } from 'zod';
import { DESK, defineRoute } from '@/lib/http';
import { documentNumber, getInvoice } from '@/lib/invoices';
import { parsePublicId } from '@/lib/kernel/ids';
import { refuse } from '@/lib/kernel/result';
import { invoiceFile } from '../../../invoice-file';

/**
 * A document of the seller's own. What it issued is for everybody who reads its orders; what the market issued to it,
 * for those who read its money.
 */
export const GET = defineRoute({
  name: 'seller.invoice',
  policy: DESK.seeOrders,
  params: z.object({ invoiceId: z.string().max(60) }),
  rateLimit: { limit: 60, windowSeconds: 600, by: 'actor' },
  handler: async ({ db, seller, params, locale }) => {
    const invoiceId = parsePublicId('inv', params.invoiceId);
    const { sellerId, role } = seller;
    const about = role === 'owner' || role === 'finance' ? 'everything' : 'sales';
    const invoice = invoiceId && (await getInvoice(db, invoiceId, { sellerId, about }));
    return invoice ? invoiceFile([invoice], documentNumber(invoice), locale) : refuse('not_found');
  },
});
