import { pagesShowing } from '@/lib/catalog';
import { announceOutdatedPages } from '@/lib/platform/outdated-pages';
import { projectListings } from '@/lib/search';
import type { WorkContext } from './work';

/**
 * Makes the products' listings anew, then has the pages made of them forgotten. Those that people wait for are made at
 * once, unless so many products changed together that making them would keep everybody waiting: `isBulk`.
 */
export async function showProducts(
  productIds: readonly string[],
  { db }: Pick<WorkContext, 'db'>,
  isBulk = false,
): Promise<void> {
  if (productIds.length === 0) return;
  await projectListings(db, productIds);
  const pages = await pagesShowing(db, productIds);
  await announceOutdatedPages(db, isBulk ? { ...pages, ready: [] } : pages);
}
