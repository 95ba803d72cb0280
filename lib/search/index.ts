/** Finding things: the listings projection, lists of it, and search. Owns `db/schema/listings`. */
import { searchDatabase } from '@/lib/platform/database';
import type { SearchEngine } from './engine';
import { createPostgresEngine } from './postgres/postgres-engine';
import { rememberAnswers, type RememberingEngine } from './remember-answers';

export type { SearchEngine } from './engine';
export { findToSell, type FoundToSell } from './find-to-sell';
export {
  countProductParts,
  listProductAddresses,
  listShopAddresses,
  type PageAddress,
} from './list-addresses';
export { listListings } from './list-listings';
export { listAlike, listHomeShelves, type HomeShelves } from './list-shelves';
export {
  productsOfOffers,
  productsOfPictures,
  productsOfSeller,
  projectAllListings,
  projectBatch,
  projectListings,
} from './listings/project-listings';
export { countSearchWords } from './postgres/count-words';
export { createPostgresEngine } from './postgres/postgres-engine';

/** For so long other processes may show what was. */
const REMEMBERED = { lifeMs: 10_000, most: 1000 };

/** Pages and routes are bundled apart: what they share is held here. */
const holder = globalThis as typeof globalThis & { soukSearch?: RememberingEngine };

/** This process's engine. */
export function searchEngine(): SearchEngine {
  holder.soukSearch ??= rememberAnswers(createPostgresEngine(searchDatabase()), REMEMBERED);
  return holder.soukSearch;
}

/** Listings have changed: what this process remembers of them is no longer true. */
export function forgetAnswers(): void {
  holder.soukSearch?.forget();
}
