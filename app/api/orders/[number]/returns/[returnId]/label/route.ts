import { z } from 'zod';
import { openOrder } from '@/app/[locale]/(shop)/orders/order-reader';
import { defineRoute } from '@/lib/http';
import { parsePublicId } from '@/lib/kernel/ids';
import { refuse } from '@/lib/kernel/result';
import { privateStorage } from '@/lib/platform/storage';
import { readReturnLabel } from '@/lib/returns';

/** The label of a return of this order, to be printed, for whoever may read the order. */
export const GET = defineRoute({
  name: 'orders.return-label',
  policy: 'public',
  params: z.object({ number: z.string().max(60), returnId: z.string().max(60) }),
  rateLimit: { limit: 60, windowSeconds: 600, by: 'actor' },
  handler: async ({ db, actor, params }) => {
    const open = await openOrder(db, actor, params.number);
    const returnId = parsePublicId('ret', params.returnId);
    if (!open || !returnId) return refuse('not_found');
    const label = await readReturnLabel(db, privateStorage(), { returnId, orderId: open.orderId });
    if (!label) return refuse('not_found');
    return new Response(new Uint8Array(label), {
      headers: {
        'content-type': 'application/pdf',
        'content-disposition': 'attachment; filename="return-label.pdf"',
        'cache-control': 'private, no-store',
        'x-content-type-options': 'nosniff',
      },
    });
  },
});
