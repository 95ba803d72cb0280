import { and, asc, eq, lte, sql } from 'drizzle-orm';
import { orders } from '@/db/schema/orders';
import { refunds } from '@/db/schema/payments';
import { recordAudit } from '@/lib/audit';
import { actorLabel, type UserActor } from '@/lib/identity/model';
import { publicId } from '@/lib/kernel/ids';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import type { Database, Executor, Transaction } from '@/lib/platform/database';
import { emitEvent } from '@/lib/platform/outbox';
import { refundRequested } from './events';
import type { FailedRefund } from './model';
import { nextRefundStatus } from './refund-transitions';

const BATCH = 100;

/** Sends the refunds again whose time for it has come, each under a key of its own for each try. */
export async function retryDueRefunds(db: Database, now: Date): Promise<void> {
  await db.transaction(async (tx) => {
    const due = await tx
      .select()
      .from(refunds)
      .where(and(eq(refunds.status, 'failed'), lte(refunds.nextTryAt, now)))
      .limit(BATCH)
      .for('no key update', { skipLocked: true });
    for (const refund of due) await retry(tx, refund);
  });
}

/** An operator sends a refund again at once. Refuses one that has not failed, which is on its way already. */
export async function retryRefundByStaff(
  db: Database,
  { refundId, actor }: { readonly refundId: string; readonly actor: UserActor },
): Promise<Result<null, 'not_found' | 'illegal_transition'>> {
  return db.transaction(async (tx) => {
    const [refund] = await tx.select().from(refunds).where(eq(refunds.id, refundId)).for('no key update');
    if (!refund) return refuse('not_found');
    const sent = await retry(tx, refund);
    if (!sent.ok) return sent;
    await recordAudit(tx, {
      actor: actorLabel(actor),
      action: 'refund.sent_again',
      subject: { type: 'order', id: refund.orderId },
      detail: { refundId: publicId('ref', refundId), failures: refund.failures },
    });
    return ok(null);
  });
}

async function retry(
  tx: Transaction,
  refund: typeof refunds.$inferSelect,
): Promise<Result<null, 'illegal_transition'>> {
  const next = nextRefundStatus(refund.status, 'retry');
  if (!next.ok) return next;
  await tx
    .update(refunds)
    .set({ status: next.value, providerRefundId: null, nextTryAt: null })
    .where(eq(refunds.id, refund.id));
  await emitEvent(tx, refundRequested, {
    aggregateId: refund.id,
    aggregateVersion: 1 + refund.failures,
    payload: { refundId: refund.id, orderId: refund.orderId },
  });
  return ok(null);
}

/** What did not arrive: what nobody sends again by itself first, then what is sent soonest. */
export async function listFailedRefunds(db: Executor): Promise<FailedRefund[]> {
  const rows = await db
    .select({ refund: refunds, orderNumber: orders.number })
    .from(refunds)
    .innerJoin(orders, eq(orders.id, refunds.orderId))
    .where(eq(refunds.status, 'failed'))
    .orderBy(sql`${refunds.nextTryAt} nulls first`, asc(refunds.id))
    .limit(BATCH);
  return rows.map(({ refund, orderNumber }) => ({
    refundId: publicId('ref', refund.id),
    orderNumber,
    amount: { amountMinor: refund.amountMinor - refund.creditMinor, currency: refund.currency },
    failureCode: refund.failureCode,
    failures: refund.failures,
    nextTryAt: refund.nextTryAt?.toISOString() ?? null,
  }));
}
