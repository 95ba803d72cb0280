import { sql } from 'drizzle-orm';
import type { Transaction } from '@/lib/platform/database';
import { uuidArray } from '@/lib/platform/sql-values';

export type LockedStock = {
  readonly offerId: string;
  readonly onHand: number;
  readonly reserved: number;
  /** The seller is told when no more than this can be sold; null: never. */
  readonly lowLevel: number | null;
};

/**
 * The one place where stock rows are locked, always in offer-id order, so that two baskets which share
 * offers wait for each other and never deadlock. Offers without a stock row are absent from the answer.
 */
export async function lockStock(
  tx: Transaction,
  offerIds: readonly string[],
): Promise<ReadonlyMap<string, LockedStock>> {
  const rows = await tx.execute<{
    offer_id: string;
    on_hand: number;
    reserved: number;
    low_level: number | null;
  }>(sql`
    select offer_id, on_hand, reserved, low_level from stock
    where offer_id = any(${uuidArray(offerIds)})
    order by offer_id
    for no key update`);
  return new Map(
    rows.map((row) => [
      row.offer_id,
      { offerId: row.offer_id, onHand: row.on_hand, reserved: row.reserved, lowLevel: row.low_level },
    ]),
  );
}
