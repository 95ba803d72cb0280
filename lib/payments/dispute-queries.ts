import { and, asc, desc, eq, gt, inArray } from 'drizzle-orm';
import { disputeEvidence, disputes } from '@/db/schema/disputes';
import { publicId } from '@/lib/kernel/ids';
import type { Executor } from '@/lib/platform/database';
import type { DisputeStatus, DisputeView } from './model';

/** While it stands so, nobody knows whose the money is. */
export const OPEN_DISPUTE = ['needs_response', 'under_review'] as const satisfies DisputeStatus[];

/** Whether a bank asks for money of this payment back that is not decided on. The payment should be locked. */
export async function hasOpenDispute(db: Executor, paymentId: string): Promise<boolean> {
  const open = await db
    .select({ id: disputes.id })
    .from(disputes)
    .where(and(eq(disputes.paymentId, paymentId), inArray(disputes.status, [...OPEN_DISPUTE])))
    .limit(1);
  return open.length > 0;
}

/** Whether a bank has taken this payment back for good. */
export async function isChargedBack(db: Executor, orderId: string): Promise<boolean> {
  const lost = await db
    .select({ id: disputes.id })
    .from(disputes)
    .where(and(eq(disputes.orderId, orderId), eq(disputes.status, 'lost'), gt(disputes.withdrawnMinor, 0)))
    .limit(1);
  return lost.length > 0;
}

/** The disputes of an order, newest first, with what was said against them: by one seller, or by all for staff. */
export async function listDisputesOfOrder(
  db: Executor,
  orderId: string,
  reader: { readonly sellerId: string } | 'staff',
): Promise<DisputeView[]> {
  const rows = await db
    .select()
    .from(disputes)
    .where(eq(disputes.orderId, orderId))
    .orderBy(desc(disputes.openedAt));
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const said = await db
    .select()
    .from(disputeEvidence)
    .where(
      and(
        inArray(disputeEvidence.disputeId, ids),
        reader === 'staff' ? undefined : eq(disputeEvidence.sellerId, reader.sellerId),
      ),
    )
    .orderBy(asc(disputeEvidence.addedAt), asc(disputeEvidence.id));
  return rows.map((row) => ({
    disputeId: publicId('dis', row.id),
    status: row.status,
    reason: row.reason,
    amount: { amountMinor: row.amountMinor, currency: row.currency },
    isInquiry: row.withdrawnMinor === 0,
    openedAt: row.openedAt.toISOString(),
    evidenceDueAt: row.evidenceDueAt?.toISOString() ?? null,
    submittedAt: row.submittedAt?.toISOString() ?? null,
    closedAt: row.closedAt?.toISOString() ?? null,
    evidence: said
      .filter(({ disputeId }) => disputeId === row.id)
      .map(({ text, addedAt }) => ({ text, addedAt: addedAt.toISOString() })),
  }));
}

/** A dispute as it stands; null when there is none. */
export async function getDispute(
  db: Executor,
  disputeId: string,
): Promise<typeof disputes.$inferSelect | null> {
  const [dispute] = await db.select().from(disputes).where(eq(disputes.id, disputeId));
  return dispute ?? null;
}
