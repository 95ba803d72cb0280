import { sql } from 'drizzle-orm';
import { newId } from '@/lib/kernel/ids';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import type { Transaction } from '@/lib/platform/database';
import { jsonRows } from '@/lib/platform/sql-values';
import { changeStock } from './change-stock';
import { lockStock } from './lock-stock';

export type ReservationRequest = {
  readonly orderLineId: string;
  readonly offerId: string;
  readonly quantity: number;
};

/**
 * Holds stock for an order's lines until `holdSeconds` from now, all of it or none. Refuses with the first
 * offer that is short and what is left of it; the caller then rolls its transaction back. Locks are held
 * until commit, so call it last.
 */
export async function reserveStock(
  tx: Transaction,
  orderId: string,
  requests: readonly ReservationRequest[],
  holdSeconds: number,
): Promise<Result<void, 'out_of_stock'>> {
  const locked = await lockStock(tx, [...new Set(requests.map((request) => request.offerId))]);
  const wanted = new Map<string, number>();
  for (const { offerId, quantity } of requests) wanted.set(offerId, (wanted.get(offerId) ?? 0) + quantity);

  for (const [offerId, quantity] of wanted) {
    const row = locked.get(offerId);
    const available = row ? row.onHand - row.reserved : 0;
    if (available < quantity) return refuse('out_of_stock', { offerId, available });
  }
  await changeStock(
    tx,
    locked,
    [...wanted].map(([offerId, quantity]) => ({ offerId, onHandBy: 0, reservedBy: quantity })),
  );
  await tx.execute(sql`
    insert into reservations (id, order_id, order_line_id, offer_id, quantity, expires_at)
    select held.id, ${orderId}, held.order_line_id, held.offer_id, held.quantity,
      now() + make_interval(secs => ${holdSeconds})
    from jsonb_to_recordset(${jsonRows(
      requests.map(({ orderLineId, offerId, quantity }) => ({
        id: newId(),
        order_line_id: orderLineId,
        offer_id: offerId,
        quantity,
      })),
    )}) as held(id uuid, order_line_id uuid, offer_id uuid, quantity int)`);
  return ok(undefined);
}
