import { and, eq, gt, inArray, isNull, lte, or, sql, type SQL } from 'drizzle-orm';
import { promotionOffers, promotionRedemptions, promotions } from '@/db/schema/promotions';
import { listSamePerson } from '@/lib/customers';
import type { Executor } from '@/lib/platform/database';
import { toReduction, type Promotion, type PromotionRow } from './promotion';

export type BasketPromotions = {
  /** Those that count by themselves. */
  readonly automatic: readonly Promotion[];
  /** What was typed; null when nothing was, or no promotion has that code. */
  readonly typed: Promotion | null;
};

/** What may count for a basket: its sellers' and the market's promotions of this moment, and the code that was typed. */
export async function findPromotions(
  db: Executor,
  basket: { readonly sellerIds: readonly string[]; readonly code: string | null; readonly now: Date },
): Promise<BasketPromotions> {
  const code = basket.code?.trim();
  const rows = await db
    .select()
    .from(promotions)
    .where(or(isAutomatic(basket.sellerIds, basket.now), code ? eq(promotions.code, code) : undefined));
  const found = await withOffers(db, rows);
  return {
    automatic: found.filter((promotion) => promotion.code === null),
    typed: found.find((promotion) => promotion.code !== null) ?? null,
  };
}

/** Counting by itself now, and of one of these sellers or the market's. */
export function isAutomatic(sellerIds: readonly string[], now: Date): SQL | undefined {
  return and(
    isNull(promotions.code),
    eq(promotions.status, 'active'),
    lte(promotions.startsAt, now),
    or(isNull(promotions.endsAt), gt(promotions.endsAt, now)),
    or(isNull(promotions.sellerId), inArray(promotions.sellerId, [...sellerIds])),
  );
}

export async function withOffers(db: Executor, rows: readonly PromotionRow[]): Promise<Promotion[]> {
  const chosenOnly = rows.filter((row) => row.chosenOnly).map(({ id }) => id);
  const chosen =
    chosenOnly.length === 0
      ? []
      : await db.select().from(promotionOffers).where(inArray(promotionOffers.promotionId, chosenOnly));
  return rows.map((row): Promotion => {
    const own = chosen.filter(({ promotionId }) => promotionId === row.id);
    return {
      ...row,
      reduction: toReduction(row),
      offers: row.chosenOnly ? new Map(own.map(({ offerId, quantity }) => [offerId, quantity])) : null,
    };
  });
}

/** How often a person has used a promotion, under whatever customers their address has. */
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
