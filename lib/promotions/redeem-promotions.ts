import { and, eq, isNull, sql, type SQL } from 'drizzle-orm';
import { orderLinePromotions, promotionRedemptions, promotions } from '@/db/schema/promotions';
import type { Currency } from '@/lib/kernel/money';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import type { Transaction } from '@/lib/platform/database';
import { insertRows, rowsFor } from '@/lib/platform/insert-rows';
import { countRedemptions } from './find-promotions';
import type { PromotionRefusal } from './model';
import { isCounted, type Promotion } from './promotion';

export type Redeemed = {
  readonly promotion: Promotion;
  readonly amountMinor: number;
  readonly byOffer: ReadonlyMap<string, number>;
};

export type RedeemingOrder = {
  readonly orderId: string;
  readonly customerId: string;
  readonly currency: Currency;
  readonly lines: readonly { readonly orderLineId: string; readonly offerId: string }[];
};

/** `price_changed`: something that no code named counts no more, or was given other terms since the basket was quoted. */
export type RedeemRefusal =
  Extract<PromotionRefusal, 'promotion_used_up' | 'promotion_already_used'> | 'price_changed';

/**
 * Uses promotions for an order. Limits and budgets hold under any number of buyers at once: the row of a promotion that
 * has some is counted up, that of one without is only kept from being changed meanwhile, so that its buyers do not wait
 * for each other. Rows are locked in the order of their ids.
 */
export async function redeemPromotions(
  tx: Transaction,
  redeemed: readonly Redeemed[],
  order: RedeemingOrder,
): Promise<Result<void, RedeemRefusal>> {
  for (const one of redeemed.toSorted((a, b) => (a.promotion.id < b.promotion.id ? -1 : 1))) {
    const { promotion } = one;
    const held = isCounted(promotion) ? await countUp(tx, one) : await keepUnchanged(tx, promotion);
    if (!held.ok) return held;
    if (promotion.maxPerCustomer === null) continue;
    const used = await countRedemptions(tx, promotion.id, order.customerId);
    if (used >= promotion.maxPerCustomer) return refuse('promotion_already_used');
  }
  const { orderId, customerId, currency } = order;
  await insertRows(
    tx,
    rowsFor(
      promotionRedemptions,
      redeemed.map(({ promotion, amountMinor }) => {
        return { promotionId: promotion.id, orderId, customerId, amountMinor, currency };
      }),
    ),
    rowsFor(
      orderLinePromotions,
      redeemed.flatMap(({ promotion, byOffer }) =>
        order.lines.flatMap(({ orderLineId, offerId }) => {
          const amountMinor = byOffer.get(offerId) ?? 0;
          return amountMinor > 0 ? [{ orderLineId, promotionId: promotion.id, amountMinor }] : [];
        }),
      ),
    ),
  );
  return ok(undefined);
}

async function countUp(
  tx: Transaction,
  { promotion, amountMinor }: Redeemed,
): Promise<Result<void, 'promotion_used_up' | 'price_changed'>> {
  const { id, maxRedemptions, budgetMinor } = promotions;
  const counted = await tx
    .update(promotions)
    .set({
      redemptions: sql`${promotions.redemptions} + 1`,
      spentMinor: sql`${promotions.spentMinor} + ${amountMinor}`,
      // What sellers change are terms; this is none of them.
      updatedAt: sql`${promotions.updatedAt}`,
    })
    .where(
      and(
        eq(id, promotion.id),
        eq(promotions.status, 'active'),
        sql`(${maxRedemptions} is null or ${promotions.redemptions} < ${maxRedemptions})`,
        sql`(${budgetMinor} is null or ${promotions.spentMinor} + ${amountMinor} <= ${budgetMinor})`,
      ),
    )
    .returning({ id });
  if (counted.length > 0) return ok(undefined);
  const [now] = await tx.select({ status: promotions.status }).from(promotions).where(eq(id, promotion.id));
  return refuse(now?.status === 'active' && promotion.code !== null ? 'promotion_used_up' : 'price_changed');
}

async function keepUnchanged(tx: Transaction, { id }: Promotion): Promise<Result<void, 'price_changed'>> {
  const [row] = await tx.select().from(promotions).where(eq(promotions.id, id)).for('share');
  return row?.status === 'active' && !isCounted(row) ? ok(undefined) : refuse('price_changed');
}

/** Gives promotions back when their order ends unpaid. Calling it again does nothing. */
export async function releasePromotions(tx: Transaction, orderId: string): Promise<void> {
  const released = await tx
    .update(promotionRedemptions)
    .set({ releasedAt: sql`now()` })
    .where(and(eq(promotionRedemptions.orderId, orderId), isNull(promotionRedemptions.releasedAt)))
    .returning({
      promotionId: promotionRedemptions.promotionId,
      amountMinor: promotionRedemptions.amountMinor,
    });
  for (const { promotionId, amountMinor } of released.toSorted((a, b) =>
    a.promotionId < b.promotionId ? -1 : 1,
  )) {
    await tx
      .update(promotions)
      .set({
        redemptions: sql`greatest(${promotions.redemptions} - 1, 0)`,
        spentMinor: sql`greatest(${promotions.spentMinor} - ${amountMinor}, 0)`,
        updatedAt: sql`${promotions.updatedAt}`,
      })
      .where(and(eq(promotions.id, promotionId), hasLimits()));
  }
}

/** As `isCounted`, of the row. */
export function hasLimits(): SQL {
  const { maxRedemptions, maxPerCustomer, budgetMinor } = promotions;
  return sql`(${maxRedemptions} is not null or ${maxPerCustomer} is not null or ${budgetMinor} is not null)`;
}
