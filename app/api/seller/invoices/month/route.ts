import { z } from 'zod';
import { DESK, defineRoute } from '@/lib/http';
import { listInvoicesOfMonth } from '@/lib/invoices';
import { refuse } from '@/lib/kernel/result';
import { invoiceFile } from '../../../invoice-file';

/** A month of the seller's documents, oldest first, in one file; a long one in parts. */
export const GET = defineRoute({
  name: 'seller.invoices-of-month',
  policy: DESK.handleMoney,
  query: z.object({
    month: z.string().regex(/^20\d\d-(0[1-9]|1[0-2])$/),
    part: z.coerce.number().int().min(1).max(1000).default(1),
  }),
  rateLimit: { limit: 30, windowSeconds: 600, by: 'actor' },
  handler: async ({ db, seller, query: { month, part }, locale }) => {
    const [first, ...others] = await listInvoicesOfMonth(db, { sellerId: seller.sellerId, month }, part);
    if (!first) return refuse('not_found');
    return invoiceFile([first, ...others], `invoices-${month}-${part}`, locale);
  },
});
