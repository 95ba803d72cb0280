import { z } from 'zod';
import { photoFile } from '../../../../photo-file';
import { defineRoute } from '@/lib/http';
import { parsePublicId } from '@/lib/kernel/ids';
import { refuse } from '@/lib/kernel/result';
import { privateStorage } from '@/lib/platform/storage';
import { readPhoto } from '@/lib/returns';

/** A photo of any return, for who rules on disputes. */
export const GET = defineRoute({
  name: 'admin.return-photo',
  policy: 'staff',
  params: z.object({ photoId: z.string().max(60) }),
  rateLimit: { limit: 300, windowSeconds: 600, by: 'actor' },
  handler: async ({ db, params }) => {
    const photoId = parsePublicId('pho', params.photoId);
    if (!photoId) return refuse('not_found');
    return photoFile(await readPhoto(db, privateStorage(), photoId, { by: 'staff' }));
  },
});
