import { unstable_cache } from 'next/cache';
import { cache } from 'react';
import { shownIn } from '@/lib/kernel/market';
import { isSlug } from '@/lib/kernel/slug';
import { database } from '@/lib/platform/database';
import type { Storefront } from '@/lib/sellers/model';
import { getCategoryPage as readCategoryPage } from './get-category-page';
import { getProductPage as readProductPage } from './get-product-page';
import { getStorefront as readStorefront } from './get-storefront';
import { listDepartments as readDepartments } from './list-departments';
import type { CategoryPage, CategoryTile, Department, ProductPage } from './model';

/**
 * What cached pages are made of, read once in a rendering, however many of its parts ask. It is the page that is
 * kept (`pages-showing.ts` says when no longer), but for the departments, which are part of every page. What cannot
 * be an address is not looked for.
 */
export const listDepartments = cache((locale: string): Promise<Department[]> =>
  readDepartments(database(), shownIn(locale)),
);

const MENU_SECONDS = 3600;

/** The departments for the frame. */
export const listMenu = unstable_cache(
  async (locale: string): Promise<CategoryTile[]> => {
    const departments = await readDepartments(database(), shownIn(locale));
    return departments.map(({ children: _, ...tile }) => tile);
  },
  ['menu'],
  { revalidate: MENU_SECONDS },
);

export const getCategoryPage = cache(async (path: string, locale: string): Promise<CategoryPage | null> =>
  path.split('/').every(isSlug) ? readCategoryPage(database(), path, shownIn(locale)) : null,
);

export const getProductPage = cache(async (slug: string, locale: string): Promise<ProductPage | null> =>
  isSlug(slug) ? readProductPage(database(), slug, shownIn(locale)) : null,
);

export const getStorefront = cache(async (slug: string, locale: string): Promise<Storefront | null> =>
  isSlug(slug) ? readStorefront(database(), slug, locale) : null,
);
