import { eq, sql } from 'drizzle-orm';
import { payments, refunds } from '@/db/schema/payments';
import { newId } from '@/lib/kernel/ids';
import { postEntry, unsoldPaymentPostings } from '@/lib/ledger';
import type { Transaction } from '@/lib/platform/database';
import { emitEvent } from '@/lib/platform/outbox';
import { refundGivenUp } from './events';

type Refund = typeof refunds.$inferSelect;

const HOUR_MS = 3600 * 1000;

/** How long a refund waits after each failure until it is sent again; after the last an operator sees to it. */
const WAIT_MS = [HOUR_MS, 6 * HOUR_MS, 24 * HOUR_MS, 72 * HOUR_MS] as const;

/** A refund has failed: it is sent again later, or operators are told that it has failed too often. */
export async function noteFailure(
  tx: Transaction,
  { id: refundId, orderId, failures }: Pick<Refund, 'id' | 'orderId' | 'failures'>,
): Promise<void> {
  const waitMs = WAIT_MS[failures];
  const nextTryAt = waitMs === undefined ? null : new Date(Date.now() + waitMs);
  await tx
    .update(refunds)
    .set({ failures: failures + 1, nextTryAt })
    .where(eq(refunds.id, refundId));
  if (nextTryAt !== null) return;
  await emitEvent(tx, refundGivenUp, {
    aggregateId: refundId,
    aggregateVersion: failures + 1,
    payload: { refundId, orderId },
  });
}

/**
 * A bank has sent back what it had taken: the goods stay refunded in the books, and the money is the buyer's, at the
 * market, until another refund has sent it. Once, however often it is told.
 */
export async function takeBackReturned(
  tx: Transaction,
  refund: Refund,
  failureCode: string | null,
): Promise<void> {
  if (refund.returnedMinor > 0) return;
  const { id, paymentId, orderId, currency, reason, failures } = refund;
  // What went to store credit has arrived.
  const amountMinor = refund.amountMinor - refund.creditMinor;
  await tx.update(refunds).set({ returnedMinor: amountMinor, failureCode }).where(eq(refunds.id, id));
  await tx
    .update(payments)
    .set({ refundedMinor: sql`${payments.refundedMinor} - ${amountMinor}` })
    .where(eq(payments.id, paymentId));
  await postEntry(tx, {
    kind: 'refund_returned',
    reference: `refund:${id}:returned`,
    orderId,
    currency,
    postings: unsoldPaymentPostings(amountMinor),
  });
  const owed = { id: newId(), paymentId, orderId, currency, amountMinor, reason };
  await tx
    .insert(refunds)
    .values({ ...owed, cause: `refund:${id}`, status: 'failed', failureCode, failures });
  await noteFailure(tx, { ...owed, failures });
}
