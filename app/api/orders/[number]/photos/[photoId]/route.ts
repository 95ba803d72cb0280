import { z } from 'zod';
import { openOrder } from '@/app/[locale]/(shop)/orders/order-reader';
import { photoFile } from '../../../../photo-file';
import { defineRoute } from '@/lib/http';
import { parsePublicId } from '@/lib/kernel/ids';
import { refuse } from '@/lib/kernel/result';
import { privateStorage } from '@/lib/platform/storage';
import { readPhoto } from '@/lib/returns';

/** A photo of a return of this order, for whoever may read the order. */
export const GET = defineRoute({
  name: 'orders.return-photo',
  policy: 'public',
  params: z.object({ number: z.string(), photoId: z.string().max(60) }),
  rateLimit: { limit: 300, windowSeconds: 600, by: 'actor' },
  handler: async ({ db, actor, params: { number, photoId: typed } }) => {
    const open = await openOrder(db, actor, number);
    const photoId = parsePublicId('pho', typed);
    if (!open || !photoId) return refuse('not_found');
    return photoFile(await readPhoto(db, privateStorage(), photoId, { by: 'buyer', orderId: open.orderId }));
  },
});
