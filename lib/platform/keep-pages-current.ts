import { database } from './database';
import { SIGNATURE_HEADER, signInternalCall } from './internal-signature';
import { followOutdatedPages, type OutdatedPages } from './outdated-pages';

const TIMEOUT_MS = 10_000;

/** What one call may name. */
const MOST_PATHS = 500;

/** After a change of many products only so many pages are made again at once; the others wait for a visitor. */
const MOST_PAGES = 24;

/**
 * Has the web process at `origin`, which is this one, forget the pages that are out of date for as long as it lives,
 * and makes anew those worth having ready: no visitor waits for them. Next forgets pages only in answer to a request, so
 * the process sends itself one.
 */
export async function keepPagesCurrent(origin: string): Promise<void> {
  await followOutdatedPages(database(), async ({ outdated, ready }: OutdatedPages) => {
    for (let start = 0; start < outdated.length; start += MOST_PATHS) {
      await expirePaths(origin, outdated.slice(start, start + MOST_PATHS));
    }
    await Promise.all(ready.slice(0, MOST_PAGES).map((path) => visit(origin + path)));
  });
}

async function expirePaths(origin: string, paths: readonly string[]): Promise<void> {
  const body = JSON.stringify({ paths });
  const response = await fetch(`${origin}/api/internal/cache`, {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/json', [SIGNATURE_HEADER]: signInternalCall(body, new Date()) },
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
  if (!response.ok) throw new Error(`This web process answered ${response.status} to an expiry`);
}

async function visit(address: string): Promise<void> {
  await (await fetch(address, { signal: AbortSignal.timeout(TIMEOUT_MS) })).arrayBuffer();
}
