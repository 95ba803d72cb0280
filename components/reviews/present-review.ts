import { formatDate, translator, type Locale } from '@/lib/i18n';
import type { ReviewView } from '@/lib/reviews/model';

/** A review with its words ready: the same for the server and for reviews that come as JSON. */
export type ReviewEntry = {
  readonly reviewId: string;
  readonly stars: number;
  readonly starsLabel: string;
  readonly title: string;
  readonly body: string;
  readonly authorName: string;
  readonly date: string;
  /** `Bought here`, or null. */
  readonly verified: string | null;
};

/** What `/api/products/<id>/reviews` answers. */
export type ReviewEntries = { readonly reviews: readonly ReviewEntry[]; readonly next: string | null };

/** Puts a review into words of `locale`. Server only. */
export function presentReview(review: ReviewView, locale: Locale): ReviewEntry {
  const t = translator(locale, 'product');
  return {
    reviewId: review.reviewId,
    stars: review.stars,
    starsLabel: t('reviews.given', { stars: review.stars }),
    title: review.title,
    body: review.body,
    authorName: review.authorName,
    date: formatDate(review.createdAt, locale),
    verified: review.verified ? t('reviews.verified') : null,
  };
}
