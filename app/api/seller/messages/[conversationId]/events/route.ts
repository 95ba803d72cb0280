import { z } from 'zod';
import { publicUuid } from '@/app/[locale]/public-uuid';
import { DESK, defineRoute } from '@/lib/http';
import { conversationStream } from '../../../../conversation-stream';

export const GET = defineRoute({
  name: 'seller.conversation-events',
  policy: DESK.seeOrders,
  params: z.object({ conversationId: publicUuid('cnv') }),
  rateLimit: { limit: 120, windowSeconds: 60, by: 'actor' },
  handler: ({ db, seller, params, request }) =>
    conversationStream(db, request, params.conversationId, { by: 'seller', sellerId: seller.sellerId }),
});
