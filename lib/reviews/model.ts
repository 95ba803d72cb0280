/** What product pages show of reviews: view types for server, browser and JSON. */

export type ReviewView = {
  readonly reviewId: string;
  /** 1 to 5. */
  readonly stars: number;
  readonly title: string;
  readonly body: string;
  readonly authorName: string;
  readonly createdAt: string;
  /** Written by a customer of this market, not brought along with the catalogue. */
  readonly verified: boolean;
};

export type ReviewSummary = {
  /** 0 to 5 with one decimal. */
  readonly average: number;
  readonly count: number;
  /** How many gave 5, 4, 3, 2, 1 stars, in this order. */
  readonly histogram: readonly number[];
};

/** A part of a product's reviews, newest first; `next` asks for the part after it, null when there is none. */
export type ReviewPage = { readonly reviews: readonly ReviewView[]; readonly next: string | null };
