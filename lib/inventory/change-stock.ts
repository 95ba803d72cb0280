import { sql } from 'drizzle-orm';
import { newId } from '@/lib/kernel/ids';
import { emitEvent } from '@/lib/platform/outbox';
import type { Transaction } from '@/lib/platform/database';
import { stockBucketChanged, stockRanLow } from './events';
import type { LockedStock } from './lock-stock';
import { stockBucket } from './model';

export type StockChange = {
  readonly offerId: string;
  readonly onHandBy: number;
  readonly reservedBy: number;
};

/**
 * Applies changes to rows that `lockStock` has locked in this transaction, and tells when an offer moved
 * between stock buckets, or down to its low level. The table's CHECK is the last word on overselling.
 */
export async function changeStock(
  tx: Transaction,
  locked: ReadonlyMap<string, LockedStock>,
  changes: readonly StockChange[],
): Promise<void> {
  if (changes.length === 0) return;
  await tx.execute(sql`
    update stock set on_hand = on_hand + change.on_hand_by, reserved = reserved + change.reserved_by, updated_at = now()
    from jsonb_to_recordset(${JSON.stringify(
      changes.map(({ offerId, onHandBy, reservedBy }) => ({
        offer_id: offerId,
        on_hand_by: onHandBy,
        reserved_by: reservedBy,
      })),
    )}::jsonb) as change(offer_id uuid, on_hand_by int, reserved_by int)
    where stock.offer_id = change.offer_id`);

  const moves = changes.flatMap(({ offerId, onHandBy, reservedBy }) => {
    const row = locked.get(offerId);
    if (!row) return [];
    const before = row.onHand - row.reserved;
    return [{ offerId, before, available: before + onHandBy - reservedBy, lowLevel: row.lowLevel }];
  });
  await emitEvent(
    tx,
    stockBucketChanged,
    ...moves
      .filter(({ before, available }) => showsDifferently(before, available))
      .map(({ offerId, available }) => ({
        aggregateId: offerId,
        aggregateVersion: 0,
        payload: { offerId, available },
      })),
  );
  await emitEvent(
    tx,
    stockRanLow,
    ...moves
      .filter(
        ({ before, available, lowLevel }) => lowLevel !== null && before > lowLevel && available <= lowLevel,
      )
      .map(({ offerId, available }) => ({
        aggregateId: offerId,
        aggregateVersion: 0,
        payload: { offerId, available, occurrenceId: newId() },
      })),
  );
}

/** Pages show the bucket, and the very number while few are left. */
function showsDifferently(before: number, after: number): boolean {
  return (
    stockBucket(before) !== stockBucket(after) || (stockBucket(after) === 'few_left' && before !== after)
  );
}
