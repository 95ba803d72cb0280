import { sql } from 'drizzle-orm';
import type { ListingCard } from '@/lib/catalog/model';
import type { ShownIn } from '@/lib/kernel/market';
import type { Executor } from '@/lib/platform/database';
import { loadCards, toCard } from './load-cards';

/** These products as cards, in the order given; what is no longer listed is left out. */
export async function listListings(
  db: Executor,
  productIds: readonly string[],
  shownIn: ShownIn,
): Promise<ListingCard[]> {
  if (productIds.length === 0) return [];
  const wanted = JSON.stringify(productIds);
  const found = sql`select id::uuid as product_id, position as key
    from jsonb_array_elements_text(${wanted}::jsonb) with ordinality as wanted(id, position)`;
  const rows = await loadCards(db, found, shownIn);
  return rows.map((row) => toCard(row, shownIn.currency));
}
