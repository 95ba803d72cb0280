import type { ListingView } from './present-listing';

/** What was loaded of a list beyond its first page. */
export type Loaded = { readonly listings: readonly ListingView[]; readonly next: string | null };

type Kept = Loaded & { readonly list: string; readonly keptAtMs: number; readonly scrollY: number };

/** One list is kept in the tab: the one last looked at. */
const KEY = 'loaded-listings';

/** Later than this the list is begun anew: its prices may have changed. */
const KEPT_MS = 10 * 60_000;

/** Remembers how far the list of that name was loaded. */
export function keepLoaded(list: string, { listings, next }: Loaded): void {
  const kept: Kept = { list, listings, next, keptAtMs: Date.now(), scrollY: window.scrollY };
  try {
    sessionStorage.setItem(KEY, JSON.stringify(kept));
  } catch {
    // Full or forbidden: coming back begins at the first page.
  }
}

/** What had been loaded of that list a short while ago, and how far down its reader was; or null. */
export function findLoaded(list: string): (Loaded & { readonly scrollY: number }) | null {
  try {
    const kept = JSON.parse(sessionStorage.getItem(KEY) ?? 'null') as Kept | null;
    return kept && kept.list === list && Date.now() - kept.keptAtMs < KEPT_MS ? kept : null;
  } catch {
    return null;
  }
}

/** Whether this document was reached by Back, Forward or a reload, not by a link. */
export function isReturning(): boolean {
  const [entry] = performance.getEntriesByType('navigation');
  return entry instanceof PerformanceNavigationTiming && entry.type !== 'navigate';
}
