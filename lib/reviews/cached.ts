import { cacheLife, cacheTag } from 'next/cache';
import { productTag } from '@/lib/catalog';
import { database } from '@/lib/platform/database';
import { getReviewSummary, listProductReviews } from './get-product-reviews';
import type { ReviewPage, ReviewSummary } from './model';

/** The reviews a product page begins with. */
export async function getProductReviews(
  productId: string,
): Promise<{ summary: ReviewSummary | null; page: ReviewPage }> {
  'use cache';
  cacheLife('hours');
  cacheTag(productTag(productId));
  const db = database();
  const [summary, page] = await Promise.all([
    getReviewSummary(db, productId),
    listProductReviews(db, productId),
  ]);
  return { summary, page };
}
