import { eq } from 'drizzle-orm';
import { stock } from '@/db/schema/inventory';
import type { Transaction } from '@/lib/platform/database';
import { lockStock } from './lock-stock';

/** From how few pieces down an offer's seller is told; null: never. Whose offer it is is the caller's question. */
export async function setLowLevel(tx: Transaction, offerId: string, lowLevel: number | null): Promise<void> {
  await tx.insert(stock).values({ offerId }).onConflictDoNothing();
  await lockStock(tx, [offerId]);
  await tx.update(stock).set({ lowLevel }).where(eq(stock.offerId, offerId));
}
