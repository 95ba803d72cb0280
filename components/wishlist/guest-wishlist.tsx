'use client';

import { useCallback, useEffect, useState, type ReactNode } from 'react';
import { GRID_SIZES, ListingTile } from '@/components/catalog/listing-tile';
import type { ListingView } from '@/components/catalog/present-listing';
import { Button } from '@/components/ui/button';
import { Skeleton } from '@/components/ui/skeleton';
import { guestWishes } from './guest-wishes';

type GuestWishlistProps = {
  locale: string;
  /** What is shown when nothing is wished for. */
  empty: ReactNode;
  /** Above the list: how to keep it. */
  hint: ReactNode;
  words: { loading: string; failed: string; retry: string };
};

/** The wishes this browser keeps, with the prices of now. */
export function GuestWishlist({ locale, empty, hint, words }: GuestWishlistProps) {
  const [listings, setListings] = useState<readonly ListingView[] | 'loading' | 'failed'>('loading');

  const load = useCallback(async () => {
    const wishes = guestWishes();
    if (wishes.length === 0) return setListings([]);
    setListings('loading');
    try {
      const response = await fetch(`/api/wishlist?products=${wishes.join(',')}`);
      if (!response.ok) return setListings('failed');
      setListings(((await response.json()) as { listings: ListingView[] }).listings);
    } catch {
      setListings('failed');
    }
  }, []);

  useEffect(() => void load(), [load]);

  if (listings === 'loading') return <Loading label={words.loading} />;
  if (listings === 'failed') {
    return (
      <div role="alert" className="grid justify-items-start gap-3">
        <p className="text-muted">{words.failed}</p>
        <Button onClick={() => void load()}>{words.retry}</Button>
      </div>
    );
  }
  if (listings.length === 0) return empty;
  return (
    <>
      {hint}
      <ul className="listing-grid">
        {listings.map((listing) => (
          <li key={listing.productId}>
            <ListingTile listing={listing} locale={locale} sizes={GRID_SIZES} />
          </li>
        ))}
      </ul>
    </>
  );
}

function Loading({ label }: { label: string }) {
  return (
    <div role="status" aria-label={label} className="listing-grid">
      {[1, 2, 3, 4].map((place) => (
        <Skeleton key={place} className="aspect-square" />
      ))}
    </div>
  );
}
