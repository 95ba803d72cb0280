import { z } from 'zod';
import { photoFile } from '../../../../photo-file';
import { DESK, defineRoute } from '@/lib/http';
import { parsePublicId } from '@/lib/kernel/ids';
import { refuse } from '@/lib/kernel/result';
import { privateStorage } from '@/lib/platform/storage';
import { readPhoto } from '@/lib/returns';

/** A photo of a return of one's own shop. */
export const GET = defineRoute({
  name: 'seller.return-photo',
  policy: DESK.seeOrders,
  params: z.object({ photoId: z.string().max(60) }),
  rateLimit: { limit: 300, windowSeconds: 600, by: 'actor' },
  handler: async ({ db, seller: { sellerId }, params }) => {
    const photoId = parsePublicId('pho', params.photoId);
    if (!photoId) return refuse('not_found');
    return photoFile(await readPhoto(db, privateStorage(), photoId, { by: 'seller', sellerId }));
  },
});
