import { sql } from 'drizzle-orm';
import type { Transaction } from '@/lib/platform/database';
import { jsonRows } from '@/lib/platform/sql-values';

/**
 * Sets what is on hand of a batch of offers as a file counts it, never below what buyers hold. Rows are
 * locked in id order, as everywhere. Emits nothing: whoever imports in bulk makes the listings anew itself.
 */
export async function importStock(
  tx: Transaction,
  counts: readonly { readonly offerId: string; readonly onHand: number }[],
  reference: string,
): Promise<void> {
  if (counts.length === 0) return;
  const given = sql`jsonb_to_recordset(${jsonRows(counts)}) as g("offerId" uuid, "onHand" int)`;
  await tx.execute(sql`
    with before as materialized (
      select s.offer_id, s.on_hand from ${given} join stock s on s.offer_id = g."offerId"
      order by s.offer_id for update of s
    ),
    counted as (
      insert into stock as s (offer_id, on_hand)
      select "offerId", "onHand" from ${given} left join before on before.offer_id = g."offerId"
      where before.on_hand is distinct from g."onHand" order by "offerId"
      on conflict (offer_id) do update
        set on_hand = greatest(excluded.on_hand, s.reserved), updated_at = now()
      returning offer_id, on_hand
    )
    insert into stock_movements (id, offer_id, delta, cause, reference)
    select gen_random_uuid(), counted.offer_id, counted.on_hand - coalesce(before.on_hand, 0), 'imported', ${reference}
    from counted left join before on before.offer_id = counted.offer_id
    where counted.on_hand <> coalesce(before.on_hand, 0)`);
}
