import { pagesShowing } from '@/lib/catalog';
import { projectListings } from '@/lib/search';
import { expirePages } from './expire-pages';
import type { WorkContext } from './work';

/**
 * Makes the products' listings anew, then has the pages made of them forgotten. Those that people wait for are made at
 * once, unless so many products changed together that making them would keep everybody waiting: `isBulk`.
 */
export async function showProducts(
  productIds: readonly string[],
  { db, clock }: Pick<WorkContext, 'db' | 'clock'>,
  isBulk = false,
): Promise<void> {
  if (productIds.length === 0) return;
  await projectListings(db, productIds);
  const pages = await pagesShowing(db, productIds);
  await expirePages(isBulk ? { ...pages, ready: [] } : pages, clock());
}
