'use client';

import { lazy, Suspense, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Spinner } from '@/components/ui/spinner';
import type { ReviewEntries } from './present-review';

/** Loaded when somebody asks for more: the first ones come with the page, drawn. */
const ReviewItem = lazy(async () => ({ default: (await import('./review-item')).ReviewItem }));

type MoreReviewsProps = {
  productId: string;
  first: string;
  words: { more: string; loading: string; failed: string };
};

/** The reviews after the first ones, as somebody asks for them. */
export function MoreReviews({ productId, first, words }: MoreReviewsProps) {
  const [{ reviews, next }, setLoaded] = useState<ReviewEntries>({ reviews: [], next: first });
  const [state, setState] = useState<'idle' | 'loading' | 'failed'>('idle');

  const loadMore = async () => {
    if (next === null) return;
    setState('loading');
    try {
      const response = await fetch(`/api/products/${productId}/reviews?after=${next}`);
      if (!response.ok) return setState('failed');
      const page = (await response.json()) as ReviewEntries;
      setLoaded((before) => ({ reviews: [...before.reviews, ...page.reviews], next: page.next }));
      setState('idle');
    } catch {
      setState('failed');
    }
  };

  return (
    <>
      {reviews.map((review) => (
        <li key={review.reviewId}>
          <Suspense>
            <ReviewItem review={review} />
          </Suspense>
        </li>
      ))}
      {next !== null && (
        <li aria-live="polite">
          {state === 'failed' && <p className="mb-2 text-sm text-danger">{words.failed}</p>}
          <Button aria-busy={state === 'loading'} onClick={() => void loadMore()}>
            {state === 'loading' && <Spinner />}
            {state === 'loading' ? words.loading : words.more}
          </Button>
        </li>
      )}
    </>
  );
}
