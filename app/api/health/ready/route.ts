import { defineRoute } from '@/lib/http';
import { checkReadiness } from '@/lib/platform/readiness';

/** Whether this process can serve people, and each dependency's state. 503 takes it out of rotation. */
export const GET = defineRoute({
  name: 'health.ready',
  policy: 'public',
  handler: async () => {
    const readiness = await checkReadiness();
    return Response.json(readiness, {
      status: readiness.status === 'down' ? 503 : 200,
      headers: { 'cache-control': 'no-store' },
    });
  },
});
