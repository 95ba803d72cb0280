import { z } from 'zod';
import { documentFile } from '../../../document-file';
import { defineRoute } from '@/lib/http';
import { parsePublicId } from '@/lib/kernel/ids';
import { refuse } from '@/lib/kernel/result';
import { privateStorage } from '@/lib/platform/storage';
import { readDocument } from '@/lib/sellers';

/** A document of a shop of one's own. */
export const GET = defineRoute({
  name: 'sell.document',
  policy: 'user',
  params: z.object({ documentId: z.string().max(60) }),
  rateLimit: { limit: 60, windowSeconds: 600, by: 'actor' },
  handler: async ({ db, actor, params }) => {
    const documentId = parsePublicId('doc', params.documentId);
    const document = documentId && (await readDocument(db, privateStorage(), documentId, actor));
    return document ? documentFile(document) : refuse('not_found');
  },
});
