import { eq } from 'drizzle-orm';
import { deliveryOptions, sellers } from '@/db/schema/sellers';
import { recordAudit } from '@/lib/audit';
import { actorLabel, type UserActor } from '@/lib/identity/model';
import { DEFAULT_MARKET } from '@/lib/kernel/market';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import type { Database, Transaction } from '@/lib/platform/database';
import { emitEvent } from '@/lib/platform/outbox';
import { sellerStatusChanged } from './events';
import type { SellerStatus } from './model';
import { nextSellerStatus, type SellerDecision } from './transitions';

/** How a new shop sends until it says otherwise; without any way it could not sell. */
const FIRST_DELIVERY = { code: 'standard', priceMinor: 490, freeFromMinor: 5000, minDays: 2, maxDays: 5 };

/** Staff's decision on a seller, with its reason. Refused from a state it makes no sense in. */
export async function decideSeller(
  db: Database,
  act: {
    readonly actor: UserActor;
    readonly sellerId: string;
    readonly event: SellerDecision;
    readonly reason: string;
  },
  now: Date,
): Promise<Result<{ status: SellerStatus }, 'not_found' | 'illegal_transition'>> {
  return db.transaction(async (tx) => {
    const [seller] = await tx.select().from(sellers).where(eq(sellers.id, act.sellerId)).for('update');
    if (!seller) return refuse('not_found');
    const next = nextSellerStatus(seller.status, act.event);
    if (!next.ok) return next;
    const status = next.value;

    const approvedAt = seller.approvedAt ?? (status === 'approved' ? now : null);
    await tx
      .update(sellers)
      .set({ status, statusReason: act.reason, approvedAt })
      .where(eq(sellers.id, seller.id));
    if (status === 'approved') await addFirstDelivery(tx, seller.id);
    await recordAudit(tx, {
      actor: actorLabel(act.actor),
      action: `seller.${status}`,
      subject: { type: 'seller', id: seller.id },
      reason: act.reason,
      detail: { before: seller.status },
    });
    await emitEvent(tx, sellerStatusChanged, {
      aggregateId: seller.id,
      aggregateVersion: 1,
      payload: { sellerId: seller.id, slug: seller.slug, status },
    });
    return ok({ status });
  });
}

async function addFirstDelivery(tx: Transaction, sellerId: string): Promise<void> {
  const { currency } = DEFAULT_MARKET;
  await tx
    .insert(deliveryOptions)
    .values({ ...FIRST_DELIVERY, sellerId, currency })
    .onConflictDoNothing();
}
