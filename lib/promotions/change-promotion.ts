import { and, eq, isNull, sql } from 'drizzle-orm';
import { promotionRedemptions, promotions } from '@/db/schema/promotions';
import { recordAudit } from '@/lib/audit';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import type { Database, Transaction } from '@/lib/platform/database';
import type { PromotionTerms } from './model';
import type { PromotionRow } from './promotion';
import { nextPromotionStatus, type PromotionEvent } from './transitions';

/** Which promotion, as whose. */
export type OwnPromotion = {
  readonly promotionId: string;
  /** Null for the market's. */
  readonly sellerId: string | null;
  /** As audits write it. */
  readonly actor: string;
};

/** What may change while it runs. What it takes off may not: orders say that they used it. */
export type PromotionChanges = Pick<
  PromotionTerms,
  'endsAt' | 'maxRedemptions' | 'maxPerCustomer' | 'budgetMinor'
>;

export type ChangePromotionRefusal =
  | 'not_found'
  | 'conflict'
  | 'illegal_transition'
  /** A limit or a budget below what has been used, or an end before the start. */
  | 'promotion_limit_too_low'
  /** A limit for each person of what has no code, or a budget of what has no currency. */
  | 'promotion_limit_not_possible';

/** Pauses, resumes or ends a promotion: no order placed from then on uses it, or does so again. */
export async function switchPromotion(
  db: Database,
  own: OwnPromotion,
  event: PromotionEvent,
): Promise<Result<void, 'not_found' | 'illegal_transition'>> {
  return db.transaction(async (tx): ReturnType<typeof switchPromotion> => {
    const row = await lock(tx, own);
    if (!row) return refuse('not_found');
    const next = nextPromotionStatus(row.status, event);
    if (!next.ok) return next;
    await write(tx, row, { status: next.value });
    await recordAudit(tx, { actor: own.actor, action: `promotion.${PAST[event]}`, subject: subjectOf(own) });
    return ok(undefined);
  });
}

const PAST = { pause: 'paused', resume: 'resumed', end: 'ended' } as const;

/**
 * Changes how long and how often a promotion counts; `version` is what its editor saw (`conflict` when somebody else was
 * quicker). What orders have used so far counts towards the new limits.
 */
export async function changePromotion(
  db: Database,
  own: OwnPromotion,
  { version, changes }: { readonly version: number; readonly changes: PromotionChanges },
): Promise<Result<void, ChangePromotionRefusal>> {
  return db.transaction(async (tx): ReturnType<typeof changePromotion> => {
    const row = await lock(tx, own);
    if (!row) return refuse('not_found');
    if (row.version !== version) return refuse('conflict');
    if (row.status === 'ended') return refuse('illegal_transition');
    const { maxPerCustomer, budgetMinor } = changes;
    if ((maxPerCustomer !== null && row.code === null) || (budgetMinor !== null && row.currency === null)) {
      return refuse('promotion_limit_not_possible');
    }
    const used = await countUses(tx, row);
    const isTooLow =
      used.redemptions > (changes.maxRedemptions ?? Infinity) ||
      used.spentMinor > (budgetMinor ?? Infinity) ||
      (changes.endsAt !== null && changes.endsAt <= row.startsAt);
    if (isTooLow) return refuse('promotion_limit_too_low');
    await write(tx, row, { ...changes, ...used });
    await recordAudit(tx, {
      ...{ actor: own.actor, action: 'promotion.changed', subject: subjectOf(own) },
      detail: { ...changes, endsAt: changes.endsAt?.toISOString() ?? null },
    });
    return ok(undefined);
  });
}

async function lock(
  tx: Transaction,
  { promotionId, sellerId }: OwnPromotion,
): Promise<PromotionRow | undefined> {
  const owned = sellerId === null ? isNull(promotions.sellerId) : eq(promotions.sellerId, sellerId);
  const [row] = await tx
    .select()
    .from(promotions)
    .where(and(eq(promotions.id, promotionId), owned))
    .for('update');
  return row;
}

async function write(
  tx: Transaction,
  { id, version }: PromotionRow,
  columns: Partial<typeof promotions.$inferInsert>,
): Promise<void> {
  await tx
    .update(promotions)
    .set({ ...columns, version: version + 1 })
    .where(eq(promotions.id, id));
}

/** What its orders have used. One that has no limits yet was not counted so far. */
async function countUses(
  tx: Transaction,
  { id, currency }: PromotionRow,
): Promise<{ readonly redemptions: number; readonly spentMinor: number }> {
  const [used] = await tx
    .select({
      redemptions: sql<number>`count(*)::int`,
      spentMinor: sql<string>`coalesce(sum(${promotionRedemptions.amountMinor}), 0)`,
    })
    .from(promotionRedemptions)
    .where(and(eq(promotionRedemptions.promotionId, id), isNull(promotionRedemptions.releasedAt)));
  // Without a currency of its own it has taken off several, which do not add up, and has no budget.
  return {
    redemptions: used?.redemptions ?? 0,
    spentMinor: currency === null ? 0 : Number(used?.spentMinor ?? 0),
  };
}

function subjectOf({ promotionId }: OwnPromotion) {
  return { type: 'promotion', id: promotionId } as const;
}
