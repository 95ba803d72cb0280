import { and, asc, isNull, lt, notInArray, eq } from 'drizzle-orm';
import { sellerOrders } from '@/db/schema/orders';
import type { Database } from '@/lib/platform/database';
import { emitEvent } from '@/lib/platform/outbox';
import { lockSellerOrder, recordHistory } from './change-status';
import { sellerOrderLate } from './events';

const HOUR_MS = 3600 * 1000;

/** Promises are dates at noon UTC; the day has passed everywhere in the market this much later. */
const REST_OF_DAY_HOURS = 18;

const ENDED = ['pending_payment', 'delivered', 'cancelled'] as const;

/** Tells of every paid part whose promise has passed before it arrived, once; `limit` at a time, oldest first. */
export async function tellOfLateParts(db: Database, now: Date, limit = 100): Promise<void> {
  const passed = new Date(now.getTime() - REST_OF_DAY_HOURS * HOUR_MS);
  const late = await db
    .select({ id: sellerOrders.id })
    .from(sellerOrders)
    .where(
      and(
        isNull(sellerOrders.lateToldAt),
        notInArray(sellerOrders.status, [...ENDED]),
        lt(sellerOrders.promisedTo, passed),
      ),
    )
    .orderBy(asc(sellerOrders.promisedTo))
    .limit(limit);
  for (const { id } of late) await tellOfLatePart(db, id, now);
}

async function tellOfLatePart(db: Database, sellerOrderId: string, now: Date): Promise<void> {
  await db.transaction(async (tx) => {
    const part = await lockSellerOrder(tx, sellerOrderId);
    if (!part || part.lateToldAt !== null || ENDED.some((status) => status === part.status)) return;
    const version = part.version + 1;
    const { orderId, sellerId } = part;
    await tx.update(sellerOrders).set({ lateToldAt: now, version }).where(eq(sellerOrders.id, part.id));
    await recordHistory(tx, { orderId, sellerOrderId, event: sellerOrderLate.name, actor: 'system' });
    await emitEvent(tx, sellerOrderLate, {
      aggregateId: sellerOrderId,
      aggregateVersion: version,
      payload: { orderId, sellerOrderId, sellerId },
    });
  });
}
