/** Finding things: the listings projection, lists of it, and search. Owns `db/schema/listings`. */
import { database } from '@/lib/platform/database';
import type { SearchEngine } from './engine';
import { createPostgresEngine } from './postgres/postgres-engine';

export type { SearchEngine } from './engine';
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

let engine: SearchEngine | undefined;

/** This process's engine. */
export function searchEngine(): SearchEngine {
  engine ??= createPostgresEngine(database());
  return engine;
}
