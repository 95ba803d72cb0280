/**
 * Asking for listings and what comes back: one query type for search, category pages and storefronts,
 * whichever engine answers. Plain, serialisable, browser-safe.
 */
import type { CategoryLink, ListingCard } from '@/lib/catalog/model';
import type { Currency, Money } from '@/lib/kernel/money';
import type { Picture } from '@/lib/media/model';

export * from './listing-query';

export const LISTINGS_PER_PAGE = 24;

/** One page by keyset. `next` asks for the one after it; null when this is the last. */
export type ListingPage = { readonly cards: readonly ListingCard[]; readonly next: string | null };

/** The first page with everything a listing page shows around it. */
export type ListingResult = ListingPage & {
  readonly total: Count;
  /** In the order they are shown; counts are with every other filter applied. */
  readonly facets: readonly Facet[];
  /** What was searched instead when the text itself found nothing. */
  readonly correctedText: string | null;
};

/** Above 10,000 counts may be rounded down; then `exact` is false. */
export type Count = { readonly value: number; readonly exact: boolean };

export type Facet = ChoiceFacet | PriceFacet | RatingFacet | FlagFacet | CategoryFacet;

export type ChoiceFacet = {
  readonly kind: 'choice';
  readonly key: string;
  readonly label: string;
  /** Most frequent first; chosen ones are always among them, at zero if need be. */
  readonly choices: readonly FacetChoice[];
};

export type FacetChoice = {
  readonly value: string;
  readonly label: string;
  /** `#rrggbb` when the value is a colour. */
  readonly hex: string | null;
  readonly count: number;
};

export type PriceFacet = {
  readonly kind: 'price';
  readonly currency: Currency;
  readonly minMinor: number;
  readonly maxMinor: number;
  /** Adjacent, ascending, covering min to max. */
  readonly buckets: readonly PriceBucket[];
};

export type PriceBucket = { readonly fromMinor: number; readonly toMinor: number; readonly count: number };

/** How many have at least that many stars, most stars first. */
export type RatingFacet = {
  readonly kind: 'rating';
  readonly steps: readonly { readonly stars: number; readonly count: number }[];
};

export type FlagFacet = { readonly kind: 'flag'; readonly key: 'inStock' | 'onSale'; readonly count: number };

/** Where the results are, to narrow a search to a category. */
export type CategoryFacet = {
  readonly kind: 'category';
  readonly categories: readonly (CategoryLink & { readonly count: number })[];
};

/** What the search box offers while typing. */
export type Suggestions = {
  /** Completed searches. */
  readonly queries: readonly string[];
  readonly categories: readonly CategoryLink[];
  readonly products: readonly SuggestedProduct[];
};

export type SuggestedProduct = {
  readonly slug: string;
  readonly title: string;
  readonly image: Picture | null;
  readonly price: Money | null;
};
