import { eq } from 'drizzle-orm';
import { sellerBusinesses } from '@/db/schema/sellers';
import type { Executor } from '@/lib/platform/database';
import type { SellerBusiness } from './model';

/** Who a shop is before the law; null until it has said so. */
export async function getBusiness(db: Executor, sellerId: string): Promise<SellerBusiness | null> {
  const [row] = await db.select().from(sellerBusinesses).where(eq(sellerBusinesses.sellerId, sellerId));
  if (!row) return null;
  const { sellerId: _sellerId, updatedAt: _updatedAt, ...business } = row;
  return business;
}

/** Stands on what is issued from now on; what was issued before stays as it is. */
export async function saveBusiness(db: Executor, sellerId: string, business: SellerBusiness): Promise<void> {
  await db
    .insert(sellerBusinesses)
    .values({ sellerId, ...business })
    .onConflictDoUpdate({ target: sellerBusinesses.sellerId, set: business });
}
