import { cacheLife, cacheTag } from 'next/cache';
import { shownIn } from '@/lib/kernel/market';
import { isSlug } from '@/lib/kernel/slug';
import { database } from '@/lib/platform/database';
import type { Storefront } from '@/lib/sellers/model';
import { getCategoryPage as readCategoryPage } from './get-category-page';
import { getProductPage as readProductPage } from './get-product-page';
import { getStorefront as readStorefront } from './get-storefront';
import { listDepartments as readDepartments } from './list-departments';
import type { CategoryPage, CategoryTile, Department, ProductPage } from './model';
import { absentTag, categoryTag, HOME_TAG, MENU_TAG, productTag, sellerTag } from './tags';

/**
 * The reads behind cached pages. They live for hours and are forgotten by tag as soon as what they show
 * changes; the time is only the bound for a change nobody announced. What cannot be an address is not looked for.
 */
export async function listDepartments(locale: string): Promise<Department[]> {
  'use cache';
  cacheLife('hours');
  cacheTag(HOME_TAG);
  return readDepartments(database(), shownIn(locale));
}

/** The departments for the frame, which is part of every page: see `MENU_TAG`. */
export async function listMenu(locale: string): Promise<CategoryTile[]> {
  'use cache';
  cacheLife('days');
  cacheTag(MENU_TAG);
  const departments = await readDepartments(database(), shownIn(locale));
  return departments.map(({ children: _, ...tile }) => tile);
}

export async function getCategoryPage(path: string, locale: string): Promise<CategoryPage | null> {
  'use cache';
  cacheLife('hours');
  if (!path.split('/').every(isSlug)) return null;
  const page = await readCategoryPage(database(), path, shownIn(locale));
  cacheTag(page ? categoryTag(page.categoryId) : absentTag(`/c/${path}`));
  return page;
}

export async function getProductPage(slug: string, locale: string): Promise<ProductPage | null> {
  'use cache';
  cacheLife('hours');
  if (!isSlug(slug)) return null;
  const page = await readProductPage(database(), slug, shownIn(locale));
  cacheTag(page ? productTag(page.productId) : absentTag(`/p/${slug}`));
  return page;
}

export async function getStorefront(slug: string, locale: string): Promise<Storefront | null> {
  'use cache';
  cacheLife('hours');
  if (!isSlug(slug)) return null;
  const storefront = await readStorefront(database(), slug, locale);
  cacheTag(storefront ? sellerTag(storefront.sellerId) : absentTag(`/s/${slug}`));
  return storefront;
}
