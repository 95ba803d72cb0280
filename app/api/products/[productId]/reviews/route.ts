import { z } from 'zod';
import { presentReview } from '@/components/reviews/present-review';
import { defineRoute } from '@/lib/http';
import { parsePublicId } from '@/lib/kernel/ids';
import { ok, refuse } from '@/lib/kernel/result';
import { listProductReviews } from '@/lib/reviews';

/** The next reviews of a product, in words. */
export const GET = defineRoute({
  name: 'products.reviews',
  policy: 'public',
  params: z.object({ productId: z.string() }),
  query: z.object({ after: z.string().max(40).optional() }),
  handler: async ({ db, params, query, locale }) => {
    if (parsePublicId('prd', params.productId) === null) return refuse('not_found');
    const { reviews, next } = await listProductReviews(db, params.productId, query.after);
    return ok({ reviews: reviews.map((review) => presentReview(review, locale)), next });
  },
});
