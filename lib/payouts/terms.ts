import { recordAudit } from '@/lib/audit';
import { payoutTerms } from '@/db/schema/payouts';
import { actorLabel, type UserActor } from '@/lib/identity/model';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import type { Database } from '@/lib/platform/database';
import type { Currency } from '@/lib/kernel/money';
import { getSeller } from '@/lib/sellers';
import { endHold, placeHold } from './holds';

type Act = { readonly sellerId: string; readonly actor: UserActor; readonly reason: string };

/** Agrees with a seller after how many days from delivery its money is available. Holds for deliveries from now on. */
export async function setReleaseDays(
  db: Database,
  { sellerId, actor, reason, releaseDays }: Act & { readonly releaseDays: number },
): Promise<Result<null, 'not_found'>> {
  if (!(await getSeller(db, sellerId))) return refuse('not_found');
  await db.transaction(async (tx) => {
    await tx
      .insert(payoutTerms)
      .values({ sellerId, releaseDays })
      .onConflictDoUpdate({ target: payoutTerms.sellerId, set: { releaseDays } });
    await audit(tx, 'payout_terms.changed', { sellerId, actor, reason }, { releaseDays });
  });
  return ok(null);
}

/** Staff keeps money of a seller back, or all payouts; the seller reads the reason. */
export async function placeHoldByStaff(
  db: Database,
  hold: Act & {
    readonly currency: Currency;
    readonly amountMinor: number | null;
    readonly releaseAt: Date | null;
  },
): Promise<Result<null, 'not_found'>> {
  if (!(await getSeller(db, hold.sellerId))) return refuse('not_found');
  const { actor, ...rest } = hold;
  await db.transaction(async (tx) => {
    await placeHold(tx, { ...rest, rule: 'operator', placedBy: actorLabel(actor) });
    await audit(tx, 'payout_hold.placed', hold, { amountMinor: hold.amountMinor ?? 0 });
  });
  return ok(null);
}

/** Staff ends a hold. Refuses one that has ended or is of another seller. */
export async function endHoldByStaff(
  db: Database,
  act: Act & { readonly holdId: string },
  now: Date,
): Promise<Result<null, 'not_found' | 'not_allowed_now'>> {
  return db.transaction(async (tx) => {
    const ended = await endHold(tx, act, now);
    if (!ended.ok) return ended;
    await audit(tx, 'payout_hold.ended', act, {});
    return ok(null);
  });
}

async function audit(
  tx: Parameters<typeof recordAudit>[0],
  action: string,
  { sellerId, actor, reason }: Act,
  detail: Record<string, number>,
): Promise<void> {
  await recordAudit(tx, {
    actor: actorLabel(actor),
    action,
    subject: { type: 'seller', id: sellerId },
    reason,
    detail,
  });
}
