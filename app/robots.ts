import type { MetadataRoute } from 'next';
import { env } from '@/lib/platform/env';

/** What is personal, or the same list in another order, is nothing to find. */
const PRIVATE = [
  '/api/',
  '/cart',
  '/checkout',
  '/orders',
  '/account',
  '/seller',
  '/admin',
  '/filtered/',
  '/*?*after=',
];

export default function robots(): MetadataRoute.Robots {
  return {
    rules: { userAgent: '*', allow: '/', disallow: PRIVATE },
    sitemap: `${env().APP_URL}/sitemap.xml`,
  };
}
