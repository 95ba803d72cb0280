import { z } from 'zod';
import { openOrder } from '@/app/[locale]/(shop)/orders/order-reader';
import { defineRoute } from '@/lib/http';
import { documentNumber, getInvoice } from '@/lib/invoices';
import { parsePublicId } from '@/lib/kernel/ids';
import { refuse } from '@/lib/kernel/result';
import { invoiceFile } from '../../../../invoice-file';

/** A seller's invoice or credit note, for whoever may read the order: its customer, or who has its link. */
export const GET = defineRoute({
  name: 'orders.invoice',
  policy: 'public',
  params: z.object({ number: z.string().max(60), invoiceId: z.string().max(60) }),
  rateLimit: { limit: 60, windowSeconds: 600, by: 'ip' },
  handler: async ({ db, actor, params, locale }) => {
    const open = await openOrder(db, actor, params.number);
    const invoiceId = parsePublicId('inv', params.invoiceId);
    if (!open || !invoiceId) return refuse('not_found');
    const invoice = await getInvoice(db, invoiceId, { orderId: open.orderId });
    return invoice ? invoiceFile([invoice], documentNumber(invoice), locale) : refuse('not_found');
  },
});
