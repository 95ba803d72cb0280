import { defineRoute } from '@/lib/http';
import { env } from '@/lib/platform/env';
import { countProductParts } from '@/lib/search';
import { xmlAnswer } from '../sitemap/xml';

/** The parts of the sitemap. */
export const GET = defineRoute({
  name: 'sitemap',
  policy: 'public',
  handler: async ({ db }) => {
    const parts = Array.from({ length: await countProductParts(db) }, (_, part) => `products-${part}`);
    const entries = ['shop', ...parts].map(
      (part) => `<sitemap><loc>${env().APP_URL}/sitemap/${part}</loc></sitemap>`,
    );
    return xmlAnswer('sitemapindex', entries);
  },
});
