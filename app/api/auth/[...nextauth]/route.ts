import { defineRoute } from '@/lib/http';
import { handlers } from '@/lib/http/auth';

/** Auth.js's own addresses: Google's redirects, mainly. Our forms use server actions. */
export const GET = defineRoute({
  name: 'auth.get',
  policy: 'public',
  rateLimit: { limit: 120, windowSeconds: 60, by: 'ip', failClosed: true },
  handler: ({ request }) => handlers.GET(request),
});

export const POST = defineRoute({
  name: 'auth.post',
  policy: 'public',
  rateLimit: { limit: 60, windowSeconds: 60, by: 'ip', failClosed: true },
  handler: ({ request }) => handlers.POST(request),
});
