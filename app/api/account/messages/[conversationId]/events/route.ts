import { z } from 'zod';
import { publicUuid } from '@/app/[locale]/public-uuid';
import { defineRoute } from '@/lib/http';
import { conversationStream } from '../../../../conversation-stream';

export const GET = defineRoute({
  name: 'account.conversation-events',
  policy: 'user',
  params: z.object({ conversationId: publicUuid('cnv') }),
  rateLimit: { limit: 120, windowSeconds: 60, by: 'actor' },
  handler: ({ db, actor, params, request }) =>
    conversationStream(db, request, params.conversationId, { by: 'buyer', customerId: actor.customerId }),
});
