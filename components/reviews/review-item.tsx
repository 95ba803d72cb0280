import { BadgeCheck } from '@/components/ui/icons';
import { Avatar } from '@/components/ui/avatar';
import { Stars } from '@/components/ui/rating';
import type { ReviewEntry } from './present-review';

export function ReviewItem({ review }: { review: ReviewEntry }) {
  return (
    <article className="grid gap-2">
      <header className="flex items-center gap-3">
        <Avatar name={review.authorName} size="small" />
        <div className="min-w-0 text-sm">
          <p className="flex flex-wrap items-center gap-x-2">
            <span className="font-strong">{review.authorName}</span>
            {review.verified && (
              <span className="inline-flex items-center gap-1 text-xs text-positive">
                <BadgeCheck aria-hidden className="size-3.5" />
                {review.verified}
              </span>
            )}
          </p>
          <p className="text-xs text-muted">{review.date}</p>
        </div>
      </header>
      <div className="flex items-center gap-2">
        <Stars value={review.stars} label={review.starsLabel} />
        {review.title && <h3 className="text-base tracking-normal">{review.title}</h3>}
      </div>
      {review.body && <p className="max-w-text whitespace-pre-line">{review.body}</p>}
    </article>
  );
}
