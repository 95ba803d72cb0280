/** A shop of the demo market: who runs it, and which departments its offers are in. */
export type SellerSeed = {
  readonly name: string;
  readonly city: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  readonly tagline: string;
  readonly story: string;
  readonly departments: readonly string[];
  readonly handlingDays: number;
  /** Of the icon set, for its sign. */
  readonly icon: string;
};
