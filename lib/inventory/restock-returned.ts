import { sql } from 'drizzle-orm';
import { stockMovements } from '@/db/schema/inventory';
import type { Transaction } from '@/lib/platform/database';
import { uuidArray } from '@/lib/platform/sql-values';
import { changeStock } from './change-stock';
import { lockStock } from './lock-stock';

/** Pieces that came back as good as new are on hand again, of the offer they were sold from. */
export async function restockReturned(
  tx: Transaction,
  returned: readonly { readonly orderLineId: string; readonly quantity: number }[],
): Promise<void> {
  if (returned.length === 0) return;
  const sold = await tx.execute<{ offer_id: string; order_line_id: string }>(sql`
    select offer_id, order_line_id from reservations
    where order_line_id = any(${uuidArray(returned.map(({ orderLineId }) => orderLineId))}) and return_id is null`);
  const pieces = sold.map(({ offer_id: offerId, order_line_id: orderLineId }) => ({
    offerId,
    orderLineId,
    quantity: returned.find((line) => line.orderLineId === orderLineId)!.quantity,
  }));
  const quantities = new Map<string, number>();
  for (const { offerId, quantity } of pieces) {
    quantities.set(offerId, (quantities.get(offerId) ?? 0) + quantity);
  }
  const locked = await lockStock(tx, [...quantities.keys()]);
  await changeStock(
    tx,
    locked,
    [...quantities].map(([offerId, onHandBy]) => ({ offerId, onHandBy, reservedBy: 0 })),
  );
  await tx.insert(stockMovements).values(
    pieces.map(({ offerId, orderLineId, quantity }) => ({
      offerId,
      delta: quantity,
      cause: 'returned' as const,
      reference: orderLineId,
    })),
  );
}
