import { and, asc, eq } from 'drizzle-orm';
import { disputeEvidence, disputes } from '@/db/schema/disputes';
import { recordAudit } from '@/lib/audit';
import { actorLabel, type UserActor } from '@/lib/identity/model';
import { publicId } from '@/lib/kernel/ids';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import { getOrder, getOrderHead } from '@/lib/orders';
import type { OrderView } from '@/lib/orders/model';
import type { Database, Executor } from '@/lib/platform/database';
import { submitEvidence } from './dispute-gateway';
import { recordDispute } from './record-dispute';

/** A seller says something against a dispute about an order of theirs. Refuses one that no longer wants evidence. */
export async function addDisputeEvidence(
  db: Database,
  act: { readonly disputeId: string; readonly sellerId: string; readonly text: string },
): Promise<Result<null, 'not_found' | 'dispute_closed'>> {
  const { disputeId, sellerId, text } = act;
  return db.transaction(async (tx) => {
    const [dispute] = await tx.select().from(disputes).where(eq(disputes.id, disputeId)).for('no key update');
    const order = dispute && (await requireOrder(tx, dispute.orderId));
    const sells = order?.sellerOrders.some((part) => part.sellerId === publicId('sel', sellerId));
    if (!dispute || !sells) return refuse('not_found');
    if (dispute.status !== 'needs_response') return refuse('dispute_closed');
    await tx.insert(disputeEvidence).values({ disputeId, sellerId, text });
    return ok(null);
  });
}

/**
 * Staff hands what the sellers and the order say to the bank, once, for good. Refuses a dispute that no longer wants
 * evidence.
 */
export async function submitDisputeEvidence(
  db: Database,
  act: { readonly disputeId: string; readonly actor: UserActor; readonly words: string },
  now: Date,
): Promise<Result<null, 'not_found' | 'dispute_closed'>> {
  const { disputeId, actor, words } = act;
  const [dispute] = await db.select().from(disputes).where(eq(disputes.id, disputeId));
  if (!dispute) return refuse('not_found');
  if (dispute.status !== 'needs_response') return refuse('dispute_closed');
  const order = await requireOrder(db, dispute.orderId);
  const said = await db
    .select()
    .from(disputeEvidence)
    .where(eq(disputeEvidence.disputeId, disputeId))
    .orderBy(asc(disputeEvidence.addedAt), asc(disputeEvidence.id));
  const { recipient, line1, line2, postalCode, city, country } = order.address;
  const lines = order.sellerOrders.flatMap((part) => part.lines);
  const told = await submitEvidence(
    dispute.providerDisputeId,
    {
      text: [words, ...said.map(({ text }) => text)].join('\n\n'),
      customerName: recipient,
      customerEmail: order.email,
      shippingAddress: [line1, line2, `${postalCode} ${city}`, country].filter(Boolean).join(', '),
      productDescription: lines.map(({ title, quantity }) => `${quantity} × ${title}`).join('\n'),
    },
    disputeId,
  );
  await db.transaction(async (tx) => {
    const first = and(eq(disputes.id, disputeId), eq(disputes.status, 'needs_response'));
    await tx.update(disputes).set({ submittedAt: now }).where(first);
    await recordAudit(tx, {
      actor: actorLabel(actor),
      action: 'dispute.evidence_submitted',
      subject: { type: 'order', id: dispute.orderId },
      reason: words,
    });
  });
  await recordDispute(db, told, now);
  return ok(null);
}

async function requireOrder(db: Executor, orderId: string): Promise<OrderView> {
  const head = await getOrderHead(db, orderId);
  const order = head && (await getOrder(db, head.number, 'staff'));
  if (!order) throw new Error(`Order ${orderId} does not exist`);
  return order;
}
