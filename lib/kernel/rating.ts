/** What many people's stars come to. */
export type RatingSummary = {
  /** 0 to 5 with one decimal. */
  readonly average: number;
  readonly count: number;
};

/** The summary of `count` ratings that add up to `sum` stars; null when there are none. */
export function summarizeRating(count: number, sum: number): RatingSummary | null {
  return count === 0 ? null : { average: Math.round((10 * sum) / count) / 10, count };
}
