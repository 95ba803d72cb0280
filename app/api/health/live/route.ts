import { defineRoute } from '@/lib/http';
import { ok } from '@/lib/kernel/result';

/** The process answers. */
export const GET = defineRoute({
  name: 'health.live',
  policy: 'public',
  handler: async () => ok({ status: 'live' }),
});
