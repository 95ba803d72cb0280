import { Section } from '@/components/ui/card';
import { Stars } from '@/components/ui/rating';
import { currentLocale, words } from '@/components/ui/words';
import { formatAverage } from '@/lib/i18n';
import type { ReviewPage, ReviewSummary } from '@/lib/reviews/model';
import { MoreReviews } from './more-reviews';
import { presentReview } from './present-review';
import { ReviewItem } from './review-item';

/** Where the stars beside the title lead. */
export const REVIEWS = 'reviews';

type ReviewSectionProps = { productId: string; summary: ReviewSummary | null; page: ReviewPage };

/** What buyers say: the average, how it comes about, and the reviews themselves. */
export async function ReviewSection({ productId, summary, page }: ReviewSectionProps) {
  const locale = await currentLocale();
  const t = await words('product');
  return (
    <Section id={REVIEWS} title={t('reviews.title')}>
      {summary === null ? (
        <p className="text-muted">{t('reviews.none')}</p>
      ) : (
        <div className="grid grid-cols-1 gap-8 lg:grid-cols-[14rem_minmax(0,1fr)]">
          <Summary summary={summary} />
          <ul className="grid gap-8">
            {page.reviews.map((review) => (
              <li key={review.reviewId}>
                <ReviewItem review={presentReview(review, locale)} />
              </li>
            ))}
            {page.next !== null && (
              <MoreReviews
                productId={productId}
                first={page.next}
                words={{
                  more: t('reviews.more'),
                  loading: t('reviews.loading'),
                  failed: t('reviews.failed'),
                }}
              />
            )}
          </ul>
        </div>
      )}
    </Section>
  );
}

async function Summary({ summary }: { summary: ReviewSummary }) {
  const t = await words('product');
  const average = formatAverage(summary.average, await currentLocale());
  return (
    <div className="grid content-start gap-4">
      <div className="flex items-center gap-4">
        <p aria-hidden className="text-2xl font-strong tabular-nums">
          {average}
        </p>
        <div>
          <Stars value={summary.average} label={t('reviews.average', { average })} size="medium" />
          <p className="text-sm text-muted">{t('reviews.counted', { count: summary.count })}</p>
        </div>
      </div>
      <ul className="grid gap-1.5 text-sm">
        {summary.histogram.map((count, index) => (
          <li key={index} className="grid grid-cols-[4rem_1fr_2.5rem] items-center gap-2">
            <span>{t('reviews.bar', { stars: summary.histogram.length - index })}</span>
            <span aria-hidden className="h-2 overflow-hidden rounded-full bg-sunken">
              <span
                className="block h-full rounded-full bg-accent"
                style={{ width: `${(100 * count) / summary.count}%` }}
              />
            </span>
            <span className="text-end text-muted tabular-nums">{t('reviews.barCount', { count })}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
