import { z } from 'zod';
import { defineRoute } from '@/lib/http';
import { shownIn } from '@/lib/kernel/market';
import { ok } from '@/lib/kernel/result';
import { searchEngine } from '@/lib/search';

/** What the search box offers while somebody types. The browser may keep it for a while. */
export const GET = defineRoute({
  name: 'search.suggest',
  policy: 'public',
  query: z.object({ q: z.string().trim().max(120).default('') }),
  cacheControl: 'private, max-age=60',
  handler: async ({ query, locale }) => ok(await searchEngine().suggest(query.q, shownIn(locale))),
});
