/** What buyers say of products. Owns `db/schema/reviews`. */
export { getReviewSummary, listProductReviews } from './get-product-reviews';
