/** What product pages show of reviews: view types for server, browser and JSON. */
import type { Picture } from '@/lib/media/model';

export type ReviewView = {
  readonly reviewId: string;
  /** 1 to 5. */
  readonly stars: number;
  readonly title: string | null;
  readonly body: string;
  readonly authorName: string;
  readonly createdAt: string;
  /** The reviewed variant in words, e.g. `Colour: Sage`. */
  readonly variantLabel: string | null;
  /** Bought on this market. */
  readonly verified: boolean;
  readonly pictures: readonly Picture[];
};

export type ReviewSummary = {
  readonly average: number;
  readonly count: number;
  /** How many gave 5, 4, 3, 2, 1 stars, in this order. */
  readonly histogram: readonly [number, number, number, number, number];
};

/** The reviews part of a product page: the summary and the most helpful ones. */
export type ProductReviews = { readonly summary: ReviewSummary; readonly reviews: readonly ReviewView[] };
