import { z } from 'zod';
import { documentFile } from '../../../document-file';
import { defineRoute } from '@/lib/http';
import { parsePublicId } from '@/lib/kernel/ids';
import { refuse } from '@/lib/kernel/result';
import { privateStorage } from '@/lib/platform/storage';
import { readDocument } from '@/lib/sellers';

/** A document of any shop, for who decides about shops. */
export const GET = defineRoute({
  name: 'admin.document',
  policy: { staff: ['admin'] },
  params: z.object({ documentId: z.string().max(60) }),
  rateLimit: { limit: 60, windowSeconds: 600, by: 'actor' },
  handler: async ({ db, params }) => {
    const documentId = parsePublicId('doc', params.documentId);
    const document = documentId && (await readDocument(db, privateStorage(), documentId, 'staff'));
    return document ? documentFile(document) : refuse('not_found');
  },
});
