import { and, eq, sql } from 'drizzle-orm';
import { reservations, stockMovements } from '@/db/schema/inventory';
import { newId } from '@/lib/kernel/ids';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import type { Transaction } from '@/lib/platform/database';
import { changeStock } from './change-stock';
import { lockStock } from './lock-stock';

/** What leaves instead of goods that come back. */
export type Replacement = {
  readonly returnId: string;
  readonly orderId: string;
  /** The line it replaces pieces of. */
  readonly orderLineId: string;
  readonly offerId: string;
  readonly quantity: number;
};

/** Keeps these pieces for a return until they leave or it ends. Refuses more than can be sold, and changes nothing then. */
export async function holdReplacement(
  tx: Transaction,
  { offerId, quantity, ...replacement }: Replacement,
): Promise<Result<void, 'out_of_stock'>> {
  const locked = await lockStock(tx, [offerId]);
  const row = locked.get(offerId);
  const available = row ? row.onHand - row.reserved : 0;
  if (available < quantity) return refuse('out_of_stock', { offerId, available });
  await changeStock(tx, locked, [{ offerId, onHandBy: 0, reservedBy: quantity }]);
  await tx.insert(reservations).values({
    ...{ id: newId(), ...replacement, offerId, quantity },
    ...{ status: 'allocated', expiresAt: sql`now()` },
  });
  return ok(undefined);
}

/** Lets go of what is kept for a return. Does nothing when nothing is. */
export async function releaseReplacement(tx: Transaction, returnId: string): Promise<void> {
  const held = await lockHeld(tx, returnId);
  if (!held) return;
  const { offerId, quantity } = held;
  const locked = await lockStock(tx, [offerId]);
  await changeStock(tx, locked, [{ offerId, onHandBy: 0, reservedBy: -quantity }]);
  await tx.update(reservations).set({ status: 'released' }).where(eq(reservations.id, held.id));
}

/** What was kept for a return has left: it is neither on hand nor reserved any more. */
export async function shipReplacement(tx: Transaction, returnId: string): Promise<void> {
  const held = await lockHeld(tx, returnId);
  if (!held) throw new Error(`Nothing is held for return ${returnId}`);
  const { offerId, quantity, orderLineId } = held;
  const locked = await lockStock(tx, [offerId]);
  await changeStock(tx, locked, [{ offerId, onHandBy: -quantity, reservedBy: -quantity }]);
  await tx
    .insert(stockMovements)
    .values({ offerId, delta: -quantity, cause: 'shipped', reference: orderLineId });
  await tx.update(reservations).set({ status: 'fulfilled' }).where(eq(reservations.id, held.id));
}

async function lockHeld(
  tx: Transaction,
  returnId: string,
): Promise<typeof reservations.$inferSelect | undefined> {
  const [held] = await tx
    .select()
    .from(reservations)
    .where(and(eq(reservations.returnId, returnId), eq(reservations.status, 'allocated')))
    .for('update');
  return held;
}
