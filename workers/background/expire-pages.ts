import type { PagesShowing } from '@/lib/catalog';
import { env } from '@/lib/platform/env';
import { SIGNATURE_HEADER, signInternalCall } from '@/lib/platform/internal-signature';

const TIMEOUT_MS = 10_000;

/** What one call may name. */
const MOST_TAGS = 500;

/** After a change of many products only so many pages are made again at once; the others wait for a visitor. */
const MOST_PAGES = 24;

/**
 * Tells the web process which cached reads are out of date, then asks for the pages itself: the first request
 * after an expiry still gets the old page, and that one should not be a person's.
 */
export async function expirePages({ tags, paths }: PagesShowing, now: Date): Promise<void> {
  for (let start = 0; start < tags.length; start += MOST_TAGS) {
    await expireTags(tags.slice(start, start + MOST_TAGS), now);
  }
  await Promise.all(paths.slice(0, MOST_PAGES).map(async (path) => (await fetchPage(path)).arrayBuffer()));
}

async function expireTags(tags: readonly string[], now: Date): Promise<void> {
  const body = JSON.stringify({ tags });
  const response = await fetch(`${env().APP_URL}/api/internal/cache`, {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/json', [SIGNATURE_HEADER]: signInternalCall(body, now) },
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
  if (!response.ok) throw new Error(`The web process answered ${response.status} to an expiry`);
}

function fetchPage(path: string): Promise<Response> {
  return fetch(`${env().APP_URL}${path}`, { signal: AbortSignal.timeout(TIMEOUT_MS) });
}
