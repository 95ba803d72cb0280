import { eq, inArray } from 'drizzle-orm';
import { disputes } from '@/db/schema/disputes';
import { payments } from '@/db/schema/payments';
import { disputeReinstatedPostings, disputeWithdrawnPostings, postEntry, type Posting } from '@/lib/ledger';
import type { Database, Transaction } from '@/lib/platform/database';
import { log } from '@/lib/platform/log';
import { emitEvent } from '@/lib/platform/outbox';
import { listDisputesSince, retrieveDispute, type ProviderDispute } from './dispute-gateway';
import { OPEN_DISPUTE } from './dispute-queries';
import { EVENT_OF_STATUS, nextDisputeStatus } from './dispute-transitions';
import { disputeMoved } from './events';
import { retrieveIntent } from './gateway';
import type { DisputeStatus } from './model';
import { recordIntent } from './record-intent';
import { settleLostDispute } from './settle-lost-dispute';
import type { Payment } from './start-payment';

export type Dispute = typeof disputes.$inferSelect;

/** What was opened in this time and never told of is found by asking. */
const LOOK_BACK_MS = 7 * 24 * 3600 * 1000;

/** Looks at a dispute as the provider has it now: the order and repetition of what it tells do not matter. */
export async function refreshDispute(db: Database, providerDisputeId: string, now: Date): Promise<void> {
  await recordDispute(db, await retrieveDispute(providerDisputeId), now);
}

/** Asks the provider about every open dispute, and for those it never told of. */
export async function reconcileDisputes(db: Database, now: Date): Promise<void> {
  for await (const dispute of listDisputesSince(new Date(now.getTime() - LOOK_BACK_MS))) {
    await recordDispute(db, dispute, now);
  }
  const open = await db
    .select({ id: disputes.providerDisputeId })
    .from(disputes)
    .where(inArray(disputes.status, [...OPEN_DISPUTE]));
  for (const { id } of open) await refreshDispute(db, id, now);
}

/**
 * Brings our dispute to what the provider says of it. What the bank takes is in the books as disputed until it is
 * decided: given back when it is won, refunded to the buyer when it is lost.
 */
export async function recordDispute(db: Database, told: ProviderDispute, now: Date): Promise<void> {
  if (told.intentId === null) return;
  const captured = await requireCaptured(db, told.intentId, now);
  if (!captured) return log.error({ dispute: told.providerDisputeId }, 'a dispute is of no payment of ours');
  await db.transaction(async (tx) => {
    const [payment] = await tx
      .select()
      .from(payments)
      .where(eq(payments.id, captured.id))
      .for('no key update');
    if (!payment) throw new Error(`Payment ${captured.id} is gone`);
    const dispute = await keep(tx, payment, told);
    const next = nextDisputeStatus(dispute.status, EVENT_OF_STATUS[told.status]);
    // What is decided stays so; its money may follow.
    const status = next.ok ? next.value : dispute.status;
    const { withdrawnMinor, reinstatedMinor, evidenceDueAt, amountMinor, reason } = told;
    const changed = { withdrawnMinor, reinstatedMinor, evidenceDueAt, amountMinor, reason };
    await tx
      .update(disputes)
      .set({ ...changed, status, closedAt: isOpen(status) ? null : (dispute.closedAt ?? now) })
      .where(eq(disputes.id, dispute.id));
    await postMoves(tx, { ...dispute, ...changed });
    const isMoved = status !== dispute.status;
    if (isMoved && status === 'lost') await settleLostDispute(tx, payment, { ...dispute, ...changed });
    if (isMoved || dispute.isNew || withdrawnMinor !== dispute.withdrawnMinor) {
      await tell(tx, dispute, status);
    }
  });
}

function isOpen(status: DisputeStatus): boolean {
  return OPEN_DISPUTE.some((open) => open === status);
}

/** The payment a dispute is about. One whose capture was not told of yet is looked at first. */
async function requireCaptured(db: Database, intentId: string, now: Date): Promise<Payment | null> {
  const find = async () => {
    const [payment] = await db.select().from(payments).where(eq(payments.intentId, intentId));
    return payment?.status === 'captured' ? payment : null;
  };
  const captured = await find();
  if (captured) return captured;
  await recordIntent(db, await retrieveIntent(intentId), now);
  return find();
}

async function keep(
  tx: Transaction,
  payment: Payment,
  told: ProviderDispute,
): Promise<Dispute & { readonly isNew: boolean }> {
  const { providerDisputeId, reason, amountMinor, openedAt } = told;
  const which = eq(disputes.providerDisputeId, providerDisputeId);
  const [before] = await tx.select().from(disputes).where(which);
  if (before) return { ...before, isNew: false };
  const { id: paymentId, orderId, currency } = payment;
  const [dispute] = await tx
    .insert(disputes)
    .values({ providerDisputeId, paymentId, orderId, currency, reason, amountMinor, openedAt })
    .returning();
  if (!dispute) throw new Error('A dispute was not written');
  return { ...dispute, isNew: true };
}

async function postMoves(tx: Transaction, dispute: Dispute): Promise<void> {
  const { providerDisputeId, orderId, currency, withdrawnMinor, reinstatedMinor } = dispute;
  const post = (kind: 'dispute_withdrawn' | 'dispute_reinstated', end: string, postings: Posting[]) =>
    postEntry(tx, { kind, reference: `dispute:${providerDisputeId}${end}`, orderId, currency, postings });
  if (withdrawnMinor > 0) await post('dispute_withdrawn', '', disputeWithdrawnPostings(withdrawnMinor));
  if (reinstatedMinor > 0) {
    await post('dispute_reinstated', ':reinstated', disputeReinstatedPostings(reinstatedMinor));
  }
}

async function tell(
  tx: Transaction,
  dispute: Dispute & { readonly isNew: boolean },
  status: DisputeStatus,
): Promise<void> {
  await emitEvent(tx, disputeMoved, {
    aggregateId: dispute.id,
    aggregateVersion: dispute.isNew ? 1 : 2,
    payload: { disputeId: dispute.id, orderId: dispute.orderId, status },
  });
}
