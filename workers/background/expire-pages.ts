import type { PagesShowing } from '@/lib/catalog';
import { env } from '@/lib/platform/env';
import { SIGNATURE_HEADER, signInternalCall } from '@/lib/platform/internal-signature';

const TIMEOUT_MS = 10_000;

/** What one call may name. */
const MOST_PATHS = 500;

/** After a change of many products only so many pages are made again at once; the others wait for a visitor. */
const MOST_PAGES = 24;

/** Has the web process forget the outdated pages, then asks for those that are to be ready: no visitor waits for them. */
export async function expirePages({ outdated, ready }: PagesShowing, now: Date): Promise<void> {
  for (let start = 0; start < outdated.length; start += MOST_PATHS) {
    await expirePaths(outdated.slice(start, start + MOST_PATHS), now);
  }
  await Promise.all(ready.slice(0, MOST_PAGES).map(async (path) => (await fetchPage(path)).arrayBuffer()));
}

async function expirePaths(paths: readonly string[], now: Date): Promise<void> {
  const body = JSON.stringify({ paths });
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
