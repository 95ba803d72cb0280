import { z } from 'zod';
import { defineRoute } from '@/lib/http';
import { LEGAL_DOCUMENTS } from '@/lib/i18n/legal';
import { refuse } from '@/lib/kernel/result';
import { env } from '@/lib/platform/env';
import { listProductAddresses, listShopAddresses, type PageAddress } from '@/lib/search';
import { escapeXml, xmlAnswer } from '../xml';

const FIXED: readonly PageAddress[] = [
  '/',
  '/browse',
  ...LEGAL_DOCUMENTS.map((name) => `/legal/${name}`),
].map((path) => ({ path, changedAt: null }));

/** One part of the sitemap: `shop`, or `products-<number>`. */
export const GET = defineRoute({
  name: 'sitemap.part',
  policy: 'public',
  params: z.object({ part: z.string().max(20) }),
  handler: async ({ db, params: { part } }) => {
    if (part === 'shop')
      return xmlAnswer('urlset', [...FIXED, ...(await listShopAddresses(db))].map(toEntry));
    const number = /^products-(\d{1,4})$/.exec(part)?.[1];
    if (number === undefined) return refuse('not_found');
    const addresses = await listProductAddresses(db, Number(number));
    return addresses.length > 0 ? xmlAnswer('urlset', addresses.map(toEntry)) : refuse('not_found');
  },
});

function toEntry({ path, changedAt }: PageAddress): string {
  const changed = changedAt ? `<lastmod>${changedAt.toISOString()}</lastmod>` : '';
  return `<url><loc>${escapeXml(env().APP_URL + path)}</loc>${changed}</url>`;
}
