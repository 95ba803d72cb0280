import { defineRoute } from '@/lib/http';
import { mayBeCounted, recordActivity } from '@/lib/insight';
import { seenInput } from '@/lib/insight/input';
import { ok } from '@/lib/kernel/result';

/** What a page showed, told by it when it is left. Of programs, and of whoever objects, nothing is kept. */
export const POST = defineRoute({
  name: 'activity',
  policy: 'public',
  body: seenInput,
  maxBodyBytes: 8 * 1024,
  rateLimit: { limit: 240, windowSeconds: 600, by: 'ip' },
  handler: async ({ db, body, request }) => {
    if (mayBeCounted(request.headers)) await recordActivity(db, body);
    return ok(null);
  },
});
