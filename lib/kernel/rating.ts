/** What many people's stars come to. */
export type RatingSummary = {
  /** 0 to 5 with one decimal. */
  readonly average: number;
  readonly count: number;
};
