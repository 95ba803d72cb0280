import type { MetadataRoute } from 'next';
import { DEFAULT_LOCALE, directionOf, translator } from '@/lib/i18n';

/** What the shop is on a home screen. */
export default function manifest(): MetadataRoute.Manifest {
  const t = translator(DEFAULT_LOCALE, 'pwa');
  return {
    id: '/',
    name: t('name'),
    short_name: t('shortName'),
    description: t('description'),
    lang: DEFAULT_LOCALE,
    dir: directionOf(DEFAULT_LOCALE),
    start_url: '/?source=app',
    scope: '/',
    display: 'standalone',
    orientation: 'any',
    background_color: '#faf8f5',
    theme_color: '#faf8f5',
    categories: ['shopping', 'lifestyle'],
    icons: [
      { src: '/icons/icon-192.png', sizes: '192x192', type: 'image/png', purpose: 'any' },
      { src: '/icons/icon-512.png', sizes: '512x512', type: 'image/png', purpose: 'any' },
      { src: '/icons/maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
    ],
    screenshots: [
      {
        src: '/screenshots/phone-home.webp',
        sizes: '780x1688',
        type: 'image/webp',
        form_factor: 'narrow',
        label: t('screenshotHome'),
      },
      {
        src: '/screenshots/phone-product.webp',
        sizes: '780x1688',
        type: 'image/webp',
        form_factor: 'narrow',
        label: t('screenshotProduct'),
      },
      {
        src: '/screenshots/desktop-home.webp',
        sizes: '1440x900',
        type: 'image/webp',
        form_factor: 'wide',
        label: t('screenshotHome'),
      },
    ],
    shortcuts: [
      {
        name: t('shortcutSearch'),
        url: '/search',
        icons: [{ src: '/icons/icon-192.png', sizes: '192x192' }],
      },
      { name: t('shortcutCart'), url: '/cart', icons: [{ src: '/icons/icon-192.png', sizes: '192x192' }] },
      {
        name: t('shortcutOrders'),
        url: '/orders',
        icons: [{ src: '/icons/icon-192.png', sizes: '192x192' }],
      },
    ],
    share_target: { action: '/search', method: 'GET', params: { title: 'title', text: 'q', url: 'url' } },
  };
}
