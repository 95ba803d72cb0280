const KEY = 'recent-searches';
const KEPT = 6;

/** What was searched for in this browser, newest first. Empty when the browser keeps nothing. */
export function recentSearches(): readonly string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    return Array.isArray(kept) ? kept.filter((item) => typeof item === 'string').slice(0, KEPT) : [];
  } catch {
    return [];
  }
}

export function rememberSearch(text: string): void {
  const others = recentSearches().filter((known) => known !== text);
  try {
    localStorage.setItem(KEY, JSON.stringify([text, ...others].slice(0, KEPT)));
  } catch {
    // A browser that keeps nothing still searches.
  }
}
