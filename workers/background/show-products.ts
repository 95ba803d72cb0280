import { pagesShowing } from '@/lib/catalog';
import { projectListings } from '@/lib/search';
import { expirePages } from './expire-pages';
import type { WorkContext } from './work';

/** Makes the products' listings anew, then the pages made of them. */
export async function showProducts(
  productIds: readonly string[],
  { db, clock }: Pick<WorkContext, 'db' | 'clock'>,
): Promise<void> {
  if (productIds.length === 0) return;
  await projectListings(db, productIds);
  await expirePages(await pagesShowing(db, productIds), clock());
}
