import { stock, stockMovements } from '@/db/schema/inventory';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import type { Transaction } from '@/lib/platform/database';
import { changeStock } from './change-stock';
import { lockStock } from './lock-stock';

/**
 * Sets what a seller has on hand, as counted. Refuses less than buyers already hold. Whether the offer is
 * the caller's to change is the caller's question.
 */
export async function setStockOnHand(
  tx: Transaction,
  offerId: string,
  onHand: number,
  changedBy: string,
): Promise<Result<void, 'stock_below_reserved'>> {
  await tx.insert(stock).values({ offerId }).onConflictDoNothing();
  const locked = await lockStock(tx, [offerId]);
  const before = locked.get(offerId);
  if (!before) throw new Error(`Stock row of ${offerId} vanished under its lock`);
  if (onHand < before.reserved) return refuse('stock_below_reserved', { reserved: before.reserved });
  const delta = onHand - before.onHand;
  if (delta === 0) return ok(undefined);
  await changeStock(tx, locked, [{ offerId, onHandBy: delta, reservedBy: 0 }]);
  await tx.insert(stockMovements).values({ offerId, delta, cause: 'edited', reference: changedBy });
  return ok(undefined);
}
