'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import { buttonClass } from '@/components/ui/button';
import { Spinner } from '@/components/ui/spinner';
import { findLoaded, isReturning, keepLoaded, type Loaded } from './loaded-listings';
import { GRID_SIZES, ListingTile } from './listing-tile';

type MoreListingsProps = {
  /** Where the page on screen ended. */
  first: string;
  address: string;
  source: string;
  locale: string;
  words: { more: string; loading: string; failed: string; retry: string };
};

/** How far ahead of the window's edge the next page is fetched. */
const AHEAD = '1200px';

/** The rest of a list, fetched as its end comes near and kept for when somebody comes back to it. */
export function MoreListings({ first, address, source, locale, words }: MoreListingsProps) {
  const [loaded, setLoaded] = useState<Loaded>({ listings: [], next: first });
  const [state, setState] = useState<'idle' | 'loading' | 'failed'>('idle');
  const end = useRef<HTMLLIElement>(null);
  const list = `${address} ${first}`;

  // Client navigation keeps this component alive for Back; a new document finds what the last one left.
  useEffect(() => {
    const kept = isReturning() ? findLoaded(list) : null;
    if (!kept) return;
    setLoaded(kept);
    requestAnimationFrame(() => window.scrollTo(0, kept.scrollY));
  }, [list]);

  useEffect(() => {
    if (loaded.listings.length === 0) return;
    const keep = () => keepLoaded(list, loaded);
    window.addEventListener('pagehide', keep);
    return () => window.removeEventListener('pagehide', keep);
  }, [list, loaded]);

  const { next } = loaded;
  const loadMore = useCallback(async () => {
    if (next === null) return;
    setState('loading');
    try {
      const response = await fetch(withCursor(source, next));
      if (!response.ok) return setState('failed');
      const page = (await response.json()) as Loaded;
      setLoaded((before) => ({ listings: [...before.listings, ...page.listings], next: page.next }));
      setState('idle');
    } catch {
      setState('failed');
    }
  }, [next, source]);

  useEffect(() => {
    if (!end.current || state !== 'idle') return;
    const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting && void loadMore(), {
      rootMargin: AHEAD,
    });
    observer.observe(end.current);
    return () => observer.disconnect();
  }, [loadMore, state]);

  return (
    <>
      {loaded.listings.map((listing) => (
        <li key={listing.productId}>
          <ListingTile listing={listing} locale={locale} sizes={GRID_SIZES} />
        </li>
      ))}
      {next !== null && (
        <li
          ref={end}
          className="col-span-full flex min-h-11 flex-col items-center gap-2 pt-6"
          aria-live="polite"
        >
          {state === 'loading' ? (
            <span className="flex items-center gap-2 text-muted">
              <Spinner /> {words.loading}
            </span>
          ) : (
            <>
              {state === 'failed' && <span className="text-muted">{words.failed}</span>}
              <a
                href={withCursor(address, next)}
                rel="nofollow"
                className={buttonClass()}
                onClick={(event) => {
                  event.preventDefault();
                  void loadMore();
                }}
              >
                {state === 'failed' ? words.retry : words.more}
              </a>
            </>
          )}
        </li>
      )}
    </>
  );
}

function withCursor(address: string, cursor: string): string {
  return `${address}${address.includes('?') ? '&' : '?'}after=${encodeURIComponent(cursor)}`;
}
