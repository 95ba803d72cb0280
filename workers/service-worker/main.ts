/// <reference lib="webworker" />
import { ExpirationPlugin } from 'workbox-expiration';
import {
  cleanupOutdatedCaches,
  matchPrecache,
  precacheAndRoute,
  type PrecacheEntry,
} from 'workbox-precaching';
import { registerRoute, setCatchHandler } from 'workbox-routing';
import { CacheFirst, NetworkFirst, NetworkOnly } from 'workbox-strategies';
import { SYNC_TAG, tellOfBoxes } from '@/components/packing/tell-of-boxes';
import { isKeptPage } from './kept-pages';

/**
 * What the app can do without a network: it opens, says where it stands, and shows every public page and
 * picture that was looked at before. No page with anything personal (basket, orders, account, desks) is ever kept.
 */
declare const self: ServiceWorkerGlobalScope & { readonly __WB_MANIFEST: PrecacheEntry[] };

/** Of the Background Sync API, which not every browser has. */
type SyncEvent = ExtendableEvent & { readonly tag: string };

const OFFLINE_PAGE = '/offline';
const DAY_SECONDS = 24 * 3600;

precacheAndRoute(self.__WB_MANIFEST);
cleanupOutdatedCaches();

const keptPages = (cacheName: string) =>
  new NetworkFirst({
    cacheName,
    networkTimeoutSeconds: 4,
    plugins: [new ExpirationPlugin({ maxEntries: 80, maxAgeSeconds: 14 * DAY_SECONDS })],
  });

// A page as a document, and the same page as data for a navigation within the app.
registerRoute(
  ({ request, url, sameOrigin }) => sameOrigin && request.mode === 'navigate' && isKeptPage(url.pathname),
  keptPages('pages'),
);
registerRoute(
  ({ request, url, sameOrigin }) =>
    sameOrigin && request.headers.get('rsc') === '1' && isKeptPage(url.pathname),
  keptPages('page-data'),
);
registerRoute(({ request }) => request.mode === 'navigate', new NetworkOnly());

// Both are named by their content and never change.
registerRoute(
  ({ url, sameOrigin }) => sameOrigin && url.pathname.startsWith('/_next/static/'),
  new CacheFirst({
    cacheName: 'code',
    plugins: [new ExpirationPlugin({ maxEntries: 120, maxAgeSeconds: 30 * DAY_SECONDS })],
  }),
);
registerRoute(
  ({ url, request }) => request.destination === 'image' && url.pathname.startsWith('/media/'),
  new CacheFirst({
    cacheName: 'pictures',
    plugins: [
      new ExpirationPlugin({ maxEntries: 300, maxAgeSeconds: 30 * DAY_SECONDS, purgeOnQuotaError: true }),
    ],
  }),
);

setCatchHandler(async ({ request }) => {
  const offline = request.mode === 'navigate' ? await matchPrecache(OFFLINE_PAGE) : undefined;
  return offline ?? Response.error();
});

// What was packed without a signal, and whose page was closed before there was one. A failure has the browser ask again.
self.addEventListener('sync', (event) => {
  const { tag, waitUntil } = event as SyncEvent;
  if (tag === SYNC_TAG) waitUntil.call(event, tellOrFail());
});

async function tellOrFail(): Promise<void> {
  if ((await tellOfBoxes()) === 'waiting') throw new Error('The shop could not be told');
}

self.addEventListener('message', (event) => {
  if (event.data?.type === 'SKIP_WAITING') void self.skipWaiting();
});
