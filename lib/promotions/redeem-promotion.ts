import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import { promotionRedemptions, promotions } from '@/db/schema/promotions';
import { listSamePerson } from '@/lib/customers';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import type { Executor, Transaction } from '@/lib/platform/database';
import type { Promotion } from './check-promotion';

export async function findPromotion(db: Executor, code: string): Promise<Promotion | null> {
  const [row] = await db.select().from(promotions).where(eq(promotions.code, code.trim()));
  return row ?? null;
}

/** How often a person has used a code, under whatever customers their address has. */
export async function countRedemptions(
  db: Executor,
  promotionId: string,
  customerId: string,
): Promise<number> {
  const person = await listSamePerson(db, customerId);
  const [row] = await db
    .select({ count: sql<number>`count(*)::int` })
    .from(promotionRedemptions)
    .where(
      and(
        eq(promotionRedemptions.promotionId, promotionId),
        inArray(promotionRedemptions.customerId, person),
        isNull(promotionRedemptions.releasedAt),
      ),
    );
  return row?.count ?? 0;
}

/** Uses a code for an order. The limits hold under any number of buyers at once: the row is locked. */
export async function redeemPromotion(
  tx: Transaction,
  promotion: Promotion,
  use: { readonly orderId: string; readonly customerId: string; readonly amountMinor: number },
): Promise<Result<void, 'promotion_used_up' | 'promotion_already_used'>> {
  const limited = promotion.maxRedemptions !== null || promotion.maxPerCustomer !== null;
  if (limited) {
    const counted = await tx
      .update(promotions)
      .set({ redemptions: sql`${promotions.redemptions} + 1` })
      .where(
        and(
          eq(promotions.id, promotion.id),
          sql`(${promotions.maxRedemptions} is null or ${promotions.redemptions} < ${promotions.maxRedemptions})`,
        ),
      )
      .returning({ id: promotions.id });
    if (counted.length === 0) return refuse('promotion_used_up');
  }
  if (promotion.maxPerCustomer !== null) {
    const used = await countRedemptions(tx, promotion.id, use.customerId);
    if (used >= promotion.maxPerCustomer) return refuse('promotion_already_used');
  }
  await tx.insert(promotionRedemptions).values({ promotionId: promotion.id, ...use });
  return ok(undefined);
}

/** Gives a code back when its order ends unpaid. Calling it again does nothing. */
export async function releasePromotion(tx: Transaction, orderId: string): Promise<void> {
  const released = await tx
    .update(promotionRedemptions)
    .set({ releasedAt: sql`now()` })
    .where(and(eq(promotionRedemptions.orderId, orderId), isNull(promotionRedemptions.releasedAt)))
    .returning({ promotionId: promotionRedemptions.promotionId });
  for (const { promotionId } of released) {
    await tx
      .update(promotions)
      .set({ redemptions: sql`greatest(${promotions.redemptions} - 1, 0)` })
      .where(
        and(
          eq(promotions.id, promotionId),
          sql`(${promotions.maxRedemptions} is not null or ${promotions.maxPerCustomer} is not null)`,
        ),
      );
  }
}
