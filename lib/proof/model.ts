/** What came of one check over the whole database. */
export type Finding = {
  /** The guarantee, as a sentence. */
  readonly check: string;
  /** How often it is broken. */
  readonly broken: number;
  /** Some of what breaks it. */
  readonly examples: readonly string[];
  /** Whose money is concerned. */
  readonly sellerIds: readonly string[];
  readonly milliseconds: number;
};
