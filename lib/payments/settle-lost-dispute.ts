import { and, eq, inArray } from 'drizzle-orm';
import type { disputes } from '@/db/schema/disputes';
import { refunds } from '@/db/schema/payments';
import { sumMinor } from '@/lib/kernel/money';
import { disputeLostPostings, postEntry } from '@/lib/ledger';
import type { Transaction } from '@/lib/platform/database';
import { settleRefund } from './refund';
import { refundRest } from './request-refund';
import type { Payment } from './start-payment';

/**
 * A lost dispute is a refund that the buyer's bank has made: what it has taken pays the refunds that failed and then
 * all pieces that were not asked back yet, each with its own tax and commission, so that they cannot be refunded
 * again. What it has taken beyond them, or when it is less than they come to, costs the market: pieces cannot be
 * refunded in part.
 */
export async function settleLostDispute(
  tx: Transaction,
  payment: Payment,
  dispute: Pick<
    typeof disputes.$inferSelect,
    'id' | 'providerDisputeId' | 'orderId' | 'currency' | 'withdrawnMinor' | 'reinstatedMinor'
  >,
): Promise<void> {
  const takenMinor = dispute.withdrawnMinor - dispute.reinstatedMinor;
  if (takenMinor <= 0) return;
  const underWay = await tx
    .select()
    .from(refunds)
    .where(and(eq(refunds.paymentId, payment.id), inArray(refunds.status, ['requested', 'pending'])));
  const openMinor = payment.capturedMinor - payment.refundedMinor - sumMinor(underWay.map(sentMinor));
  const refundedMinor = takenMinor >= openMinor ? openMinor : 0;
  await postEntry(tx, {
    kind: 'dispute_lost',
    reference: `dispute:${dispute.providerDisputeId}:lost`,
    orderId: dispute.orderId,
    currency: dispute.currency,
    postings: disputeLostPostings({ takenMinor, refundedMinor }),
  });
  if (refundedMinor === 0) return;
  const failed = await tx
    .update(refunds)
    .set({ status: 'succeeded', settledByDisputeId: dispute.id, nextTryAt: null })
    .where(and(eq(refunds.paymentId, payment.id), eq(refunds.status, 'failed')))
    .returning();
  const restMinor = refundedMinor - sumMinor(failed.map(sentMinor));
  const rest = restMinor > 0 ? await refundRest(tx, payment, dispute.id) : [];
  for (const refund of [...failed, ...rest]) await settleRefund(tx, refund);
}

/** What of a refund the provider sends: the rest goes back to store credit. */
function sentMinor({ amountMinor, creditMinor }: typeof refunds.$inferSelect): number {
  return amountMinor - creditMinor;
}
