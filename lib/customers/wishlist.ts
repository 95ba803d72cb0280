import { and, count, desc, eq, sql } from 'drizzle-orm';
import { wishlistItems } from '@/db/schema/customers';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import type { Executor } from '@/lib/platform/database';
import { MAX_WISHES } from './model';

/** Products on the wishlist, the newest wish first. */
export async function listWishes(db: Executor, customerId: string): Promise<string[]> {
  const rows = await db
    .select({ productId: wishlistItems.productId })
    .from(wishlistItems)
    .where(eq(wishlistItems.customerId, customerId))
    .orderBy(desc(wishlistItems.createdAt))
    .limit(MAX_WISHES);
  return rows.map(({ productId }) => productId);
}

/**
 * Adds products; those already there, or that do not exist (any more), change nothing. Refused when the list
 * would grow too long.
 */
export async function addWishes(
  db: Executor,
  customerId: string,
  productIds: readonly string[],
): Promise<Result<null, 'wishlist_full'>> {
  if (productIds.length === 0) return ok(null);
  const [present] = await db
    .select({ count: count() })
    .from(wishlistItems)
    .where(eq(wishlistItems.customerId, customerId));
  if (present!.count + productIds.length > MAX_WISHES) return refuse('wishlist_full', { limit: MAX_WISHES });
  await db.execute(sql`
    insert into wishlist_items (customer_id, product_id)
    select ${customerId}, products.id from products where products.id in ${[...productIds]}
    on conflict do nothing`);
  return ok(null);
}

/**
 * Adds what somebody wished for before they signed in, the first of them as the newest wish. As many as the list
 * has room for; those already there, or that do not exist (any more), take none.
 */
export async function mergeWishes(
  db: Executor,
  customerId: string,
  productIds: readonly string[],
): Promise<void> {
  if (productIds.length === 0) return;
  await db.execute(sql`
    insert into wishlist_items (customer_id, product_id, created_at)
    select ${customerId}, products.id, now() - wished.position * interval '1 millisecond'
    from jsonb_array_elements_text(${JSON.stringify(productIds)}::jsonb) with ordinality as wished(id, position)
    join products on products.id = wished.id::uuid
    where not exists (
      select 1 from wishlist_items present
      where present.customer_id = ${customerId} and present.product_id = products.id)
    order by wished.position
    limit greatest(0, ${MAX_WISHES} - (select count(*) from wishlist_items where customer_id = ${customerId}))
    on conflict do nothing`);
}

/** Removing what is not there is no refusal: the wish is gone either way. */
export async function removeWish(db: Executor, customerId: string, productId: string): Promise<void> {
  await db
    .delete(wishlistItems)
    .where(and(eq(wishlistItems.customerId, customerId), eq(wishlistItems.productId, productId)));
}
