import type { NextConfig } from 'next';
import { DEFAULT_LOCALE, LOCALES } from './lib/i18n/locales';

/** Paths that are not pages of a locale and must not gain its prefix. */
const OUTSIDE = ['api', '_next', 'media', ...LOCALES].join('|');

const config: NextConfig = {
  cacheComponents: true,
  reactStrictMode: true,
  poweredByHeader: false,
  typedRoutes: false,
  // The public pages are compressed once, where they are stored or by the proxy in front (see docs/decisions).
  serverExternalPackages: ['@node-rs/argon2', 'sharp', 'postgres', 'pino'],
  rewrites: async () => ({
    beforeFiles: [],
    afterFiles: [],
    fallback: [],
  }),
};

export default config;
void DEFAULT_LOCALE;
void OUTSIDE;
