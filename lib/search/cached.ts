import { cacheLife, cacheTag } from 'next/cache';
import { categoryTag, HOME_TAG, productTag, sellerTag } from '@/lib/catalog';
import type { ListingCard } from '@/lib/catalog/model';
import { shownIn } from '@/lib/kernel/market';
import { database } from '@/lib/platform/database';
import { searchEngine } from '.';
import { listAlike as readAlike, listHomeShelves, type HomeShelves } from './list-shelves';
import { NO_FILTER, type ListingQuery, type ListingResult } from './model';

/** What cached pages list: home shelves, and the first page of a category or storefront without filters. */
const WHOLE_LIST: ListingQuery = {
  text: '',
  categoryPath: null,
  sellerSlug: null,
  filter: NO_FILTER,
  sort: 'relevance',
  cursor: null,
};

export async function getHomeShelves(locale: string): Promise<HomeShelves> {
  'use cache';
  cacheLife('hours');
  cacheTag(HOME_TAG);
  return listHomeShelves(database(), shownIn(locale));
}

/** `categoryId` is the public id, as `CategoryPage` has it. */
export async function getCategoryListing(
  path: string,
  categoryId: string,
  locale: string,
): Promise<ListingResult> {
  'use cache';
  cacheLife('hours');
  cacheTag(categoryTag(categoryId));
  return searchEngine().search({ ...WHOLE_LIST, categoryPath: path }, shownIn(locale));
}

/** `sellerId` is the public id, as `Storefront` has it. */
export async function getSellerListing(
  slug: string,
  sellerId: string,
  locale: string,
): Promise<ListingResult> {
  'use cache';
  cacheLife('hours');
  cacheTag(sellerTag(sellerId));
  return searchEngine().search({ ...WHOLE_LIST, sellerSlug: slug }, shownIn(locale));
}

export async function listAlike(productId: string, locale: string): Promise<ListingCard[]> {
  'use cache';
  cacheLife('hours');
  cacheTag(productTag(productId));
  return readAlike(database(), productId, shownIn(locale));
}
