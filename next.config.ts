import type { NextConfig } from 'next';
import { browserTrust, securityHeaderRules } from './lib/http/security-headers';
import { DEFAULT_LOCALE, LOCALES } from './lib/i18n/locales';
import { env } from './lib/platform/env';
import { stripeBrowserSources } from './lib/platform/stripe-browser';
import { LISTING_PARAMETERS } from './lib/search/listing-query';

/** First segments of addresses that are no page of a locale. */
const OUTSIDE = ['api', '_next', 'media', 'sitemap', ...LOCALES].join('|');

/** What is shown of an address without a locale: the default locale's page. */
const UNPREFIXED = [
  { source: '/', destination: `/${DEFAULT_LOCALE}` },
  { source: `/:path((?!(?:${OUTSIDE})(?:/|$)).+)`, destination: `/${DEFAULT_LOCALE}/:path` },
];

/** Addresses of the catalogue that no slug can make (`isSlug`): an answer to each would be rendered and kept. */
const MALFORMED = ['', ...LOCALES.map((locale) => `/${locale}`)].map((prefix) => ({
  source: `${prefix}/:section(p|c|s)/:path((?!(?:[a-z0-9-]{1,160}(?:/|$))+$).*)`,
  destination: '/_nowhere',
}));

/**
 * Category pages and storefronts are cached whole and read no query. An address that narrows or sorts them is
 * answered by a twin that is rendered on request; it has the same address, and what it adds is in the query.
 */
const LISTING_TWINS = LOCALES.flatMap((locale) => {
  const prefix = locale === DEFAULT_LOCALE ? '' : `/${locale}`;
  return LISTING_PARAMETERS.flatMap((key) =>
    ['c', 's'].map((section) => ({
      source: `${prefix}/${section}/:path*`,
      has: [{ type: 'query' as const, key }],
      destination: `/${locale}/filtered/${section}/:path*`,
    })),
  );
});

const config: NextConfig = {
  reactStrictMode: true,
  poweredByHeader: false,
  typedRoutes: false,
  // Some thousand rendered pages at hand in memory; the others are on disk (`lib/platform/page-cache.ts`).
  cacheMaxMemorySize: 512 * 1024 * 1024,
  serverExternalPackages: ['@node-rs/argon2', 'sharp', 'postgres', 'pino', 'pdfkit'],
  // An address that is no route at all is answered by one static page, whatever its locale.
  experimental: { globalNotFound: true },
  headers: async () => securityHeaderRules(browserTrust(env(), stripeBrowserSources())),
  redirects: async () => [
    { source: `/${DEFAULT_LOCALE}`, destination: '/', permanent: true },
    { source: `/${DEFAULT_LOCALE}/:path*`, destination: '/:path*', permanent: true },
  ],
  rewrites: async () => ({
    beforeFiles: MALFORMED,
    afterFiles: [...LISTING_TWINS, ...UNPREFIXED],
    fallback: [],
  }),
};

export default config;
