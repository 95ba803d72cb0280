/** Half of a tile on the screen is a tile that was seen. */
const SEEN_PART = 0.5;
const MOST_AT_ONCE = 100;

/** What was searched for on the page before this one. */
let searchedBefore: string | null = null;

/**
 * Counts what this page shows until the returned function is called: tiles that come into view, and the product it is
 * about. Told in one piece when the page is left. Nothing is stored in the browser or says whose it is; a browser that
 * asks for more (Global Privacy Control) counts nothing.
 */
export function watchSeen(): () => void {
  if ('globalPrivacyControl' in navigator && navigator.globalPrivacyControl) return () => {};
  const before = searchedBefore ?? searchIn(document.referrer);
  const known = new Set<string>();
  let search = searchIn(window.location.href);
  let shown: string[] = [];
  let stage = document.querySelector<HTMLElement>('[data-viewed]');

  const tell = () => {
    if (shown.length === 0 && !stage) return;
    const [productId, offerId] = stage?.dataset.viewed?.split(' ') ?? [];
    const seen = {
      shown: shown.slice(0, MOST_AT_ONCE),
      viewed: productId ? { productId, offerId: offerId || null } : null,
      term: search || before,
    };
    navigator.sendBeacon('/api/activity', new Blob([JSON.stringify(seen)], { type: 'application/json' }));
    shown = [];
    stage = null;
  };
  const tiles = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) {
        const productId = target.getAttribute('data-shown');
        if (!isIntersecting || !productId || known.has(productId)) continue;
        known.add(productId);
        shown.push(productId);
      }
    },
    { threshold: SEEN_PART },
  );
  const look = () => {
    const now = searchIn(window.location.href);
    if (now !== search) {
      tell();
      known.clear();
      search = now;
    }
    for (const tile of document.querySelectorAll('[data-shown]')) tiles.observe(tile);
  };
  const hide = () => {
    if (document.visibilityState === 'hidden') tell();
  };
  const changes = new MutationObserver(look);
  look();
  changes.observe(document.body, { childList: true, subtree: true });
  document.addEventListener('visibilitychange', hide);
  return () => {
    tiles.disconnect();
    changes.disconnect();
    document.removeEventListener('visibilitychange', hide);
    tell();
    searchedBefore = search;
  };
}

/** The words that a page of results of ours is about; empty for any other page. */
function searchIn(address: string): string {
  if (!URL.canParse(address)) return '';
  const { origin, pathname, searchParams } = new URL(address);
  return origin === window.location.origin && pathname.endsWith('/search')
    ? (searchParams.get('q') ?? '')
    : '';
}
