import { expect, test } from 'vitest';
import { categories, products } from '@/db/schema/catalog';
import { productReviews } from '@/db/schema/reviews';
import { newId, publicId } from '@/lib/kernel/ids';
import { testDatabase } from '@/tests/support/database';
import { getReviewSummary, listProductReviews } from '.';

const { db } = await testDatabase();

async function productWithReviews(ratings: readonly number[], status: 'published' | 'hidden' = 'published') {
  const categoryId = newId();
  const productId = newId();
  const slug = `product-${productId}`;
  await db.insert(categories).values({ id: categoryId, slug, path: slug, lineage: [categoryId], depth: 0 });
  await db.insert(products).values({ id: productId, slug, categoryId, status: 'live' });
  if (ratings.length > 0) {
    await db.insert(productReviews).values(
      ratings.map((rating, index) => ({
        id: newId(),
        productId,
        productRevision: 1,
        authorName: `Buyer ${index}`,
        rating,
        title: `Title ${index}`,
        body: 'Body',
        status,
        // Two a day, so that the order needs more than the time.
        createdAt: new Date(Date.UTC(2026, 0, 1 + Math.floor(index / 2))),
      })),
    );
  }
  return publicId('prd', productId);
}

test('a summary counts every published review once', async () => {
  const productId = await productWithReviews([5, 5, 4, 1]);
  expect(await getReviewSummary(db, productId)).toEqual({
    average: 3.8,
    count: 4,
    histogram: [2, 1, 0, 0, 1],
  });
});

test('hidden reviews and products without any have no summary', async () => {
  expect(await getReviewSummary(db, await productWithReviews([5], 'hidden'))).toBeNull();
  expect(await getReviewSummary(db, await productWithReviews([]))).toBeNull();
  expect(await getReviewSummary(db, 'not an id')).toBeNull();
});

test('paging shows every review exactly once, newest first', async () => {
  const productId = await productWithReviews(Array.from({ length: 15 }, (_, index) => 1 + (index % 5)));
  const seen: string[] = [];
  let after: string | null = null;
  do {
    const page = await listProductReviews(db, productId, after);
    seen.push(...page.reviews.map(({ createdAt, reviewId }) => `${createdAt} ${reviewId}`));
    after = page.next;
  } while (after !== null);
  expect(seen).toEqual([...new Set(seen)].sort().reverse());
  expect(seen).toHaveLength(15);
});

test('a cursor that is none begins at the start', async () => {
  const productId = await productWithReviews([5, 4]);
  expect((await listProductReviews(db, productId, 'rev_nonsense')).reviews).toHaveLength(2);
});
