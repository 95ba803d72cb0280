import { z } from 'zod';
import { defineRoute } from '@/lib/http';
import { ok, refuse } from '@/lib/kernel/result';
import { isSignedUpload, isStorageKey, uploadFolder } from '@/lib/platform/storage';

/**
 * Where browsers send files when uploads live in a folder of this machine; a bucket has addresses of its own. The
 * address is signed for one key and one length, and the length is held to while the bytes come in.
 */
export const PUT = defineRoute({
  name: 'uploads.put',
  policy: 'user',
  params: z.object({ key: z.string().refine(isStorageKey) }),
  query: z.object({
    bytes: z.coerce.number().int().positive(),
    until: z.coerce.number().int().positive(),
    signature: z.string(),
  }),
  handler: async ({ params: { key }, query, request, clock }) => {
    const folder = uploadFolder();
    if (!folder || !isSignedUpload(key, query, clock())) return refuse('bad_signature');
    const declared = Number(request.headers.get('content-length') ?? query.bytes);
    if (declared !== query.bytes || !request.body) return refuse('body_too_large');
    const isWhole = await folder.receive(key, request.body, query.bytes);
    return isWhole ? ok(null) : refuse('body_too_large');
  },
});
