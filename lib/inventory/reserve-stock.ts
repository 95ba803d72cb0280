import { sql } from 'drizzle-orm';
import { reservations } from '@/db/schema/inventory';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import type { Transaction } from '@/lib/platform/database';
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
  await tx.insert(reservations).values(
    requests.map((request) => ({
      ...request,
      orderId,
      expiresAt: sql`now() + make_interval(secs => ${holdSeconds})`,
    })),
  );
  return ok(undefined);
}
