import type { ShownIn } from '@/lib/kernel/market';
import type { ListingPage, ListingQuery, ListingResult, Suggestions } from './model';

/**
 * What lists are asked of, whichever engine answers. Every engine reads the same listings, understands the
 * same filters and sorts, and pages by opaque cursors: with things added or removed between two pages, what
 * was there all along comes exactly once.
 */
export type SearchEngine = {
  /** The first page with its total and facets. */
  search(query: ListingQuery, shownIn: ShownIn): Promise<ListingResult>;
  /** A later page; a cursor that is not one answers the first. */
  page(query: ListingQuery, shownIn: ShownIn): Promise<ListingPage>;
  /** What a search box offers for a text typed so far. */
  suggest(text: string, shownIn: ShownIn): Promise<Suggestions>;
};
