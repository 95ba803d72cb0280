import { and, count, desc, eq, sql } from 'drizzle-orm';
import { productReviews } from '@/db/schema/reviews';
import { parsePublicId, publicId } from '@/lib/kernel/ids';
import { summarizeRating } from '@/lib/kernel/rating';
import type { Executor } from '@/lib/platform/database';
import type { ReviewPage, ReviewSummary, ReviewView } from './model';

const PER_PAGE = 6;
const STARS = [5, 4, 3, 2, 1] as const;

/** What all published reviews of a product come to; null when nobody reviewed it. */
export async function getReviewSummary(db: Executor, publicProductId: string): Promise<ReviewSummary | null> {
  const productId = parsePublicId('prd', publicProductId);
  if (productId === null) return null;
  const rows = await db
    .select({ stars: productReviews.rating, count: count() })
    .from(productReviews)
    .where(publishedOf(productId))
    .groupBy(productReviews.rating);
  const histogram = STARS.map((stars) => rows.find((row) => row.stars === stars)?.count ?? 0);
  const total = histogram.reduce((sum, given) => sum + given, 0);
  const sum = STARS.reduce((stars, worth, index) => stars + worth * (histogram[index] ?? 0), 0);
  const rating = summarizeRating(total, sum);
  return rating && { ...rating, histogram };
}

/**
 * Published reviews of a product, newest first. `after` is the `next` of the page before; one that is none
 * begins at the start.
 */
export async function listProductReviews(
  db: Executor,
  publicProductId: string,
  after: string | null = null,
): Promise<ReviewPage> {
  const productId = parsePublicId('prd', publicProductId);
  if (productId === null) return { reviews: [], next: null };
  const before = after === null ? null : parsePublicId('rev', after);
  const rows = await db
    .select()
    .from(productReviews)
    .where(and(publishedOf(productId), before === null ? undefined : isBefore(before)))
    .orderBy(desc(productReviews.createdAt), desc(productReviews.id))
    .limit(PER_PAGE + 1);
  const reviews = rows.slice(0, PER_PAGE).map(toView);
  return { reviews, next: rows.length > PER_PAGE ? (reviews.at(-1)?.reviewId ?? null) : null };
}

function publishedOf(productId: string) {
  return and(eq(productReviews.productId, productId), eq(productReviews.status, 'published'));
}

/** Comes after that review in the list. */
function isBefore(reviewId: string) {
  return sql`(${productReviews.createdAt}, ${productReviews.id}) <
    (select last.created_at, last.id from product_reviews last where last.id = ${reviewId}::uuid)`;
}

function toView(row: typeof productReviews.$inferSelect): ReviewView {
  return {
    reviewId: publicId('rev', row.id),
    stars: row.rating,
    title: row.title,
    body: row.body,
    authorName: row.authorName,
    createdAt: row.createdAt.toISOString(),
    verified: row.customerId !== null,
  };
}
