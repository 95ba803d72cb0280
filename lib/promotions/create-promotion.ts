import { eq } from 'drizzle-orm';
import { promotionOffers, promotions } from '@/db/schema/promotions';
import { recordAudit } from '@/lib/audit';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import { nameOwnOffers } from '@/lib/offers';
import { DEFAULT_LOCALE } from '@/lib/i18n';
import type { Database, Transaction } from '@/lib/platform/database';
import type { PromotionTerms, Reduction } from './model';

export type NewPromotion = {
  /** Made once by the page: however often it arrives, one promotion is made. */
  readonly promotionId: string;
  /** Who pays for it; null for the market. */
  readonly sellerId: string | null;
  readonly terms: PromotionTerms;
  /** What it is for, with how many of each belong to a set; null for everything. */
  readonly offers: ReadonlyMap<string, number> | null;
  /** As audits write it. */
  readonly actor: string;
};

export type CreatePromotionRefusal = 'promotion_code_taken' | 'promotion_without_goods' | 'not_found';

/**
 * Makes a promotion, which counts from its start on. Refuses a code that another has or had (`promotion_code_taken`), a
 * set of fewer than two pieces, a choice of nothing or free delivery of what others send (`promotion_without_goods`), and
 * offers that are not the seller's (`not_found`).
 */
export async function createPromotion(
  db: Database,
  promotion: NewPromotion,
): Promise<Result<void, CreatePromotionRefusal>> {
  const { promotionId, sellerId, terms, offers: chosen, actor } = promotion;
  if (!hasGoods(promotion)) return refuse('promotion_without_goods');
  return db.transaction(async (tx): ReturnType<typeof createPromotion> => {
    if (chosen && !(await areOwn(tx, sellerId, [...chosen.keys()]))) return refuse('not_found');
    const { reduction, ...columns } = terms;
    const made = await tx
      .insert(promotions)
      .values({ ...columns, ...columnsOf(reduction), id: promotionId, sellerId, chosenOnly: chosen !== null })
      .onConflictDoNothing()
      .returning({ id: promotions.id });
    if (made.length === 0) {
      return (await isSame(tx, promotion)) ? ok(undefined) : refuse('promotion_code_taken');
    }
    if (chosen) {
      await tx
        .insert(promotionOffers)
        .values([...chosen].map(([offerId, quantity]) => ({ promotionId, offerId, quantity })));
    }
    await recordAudit(tx, {
      actor,
      action: 'promotion.created',
      subject: { type: 'promotion', id: promotionId },
      detail: { name: terms.name, code: terms.code, kind: reduction.kind },
    });
    return ok(undefined);
  });
}

function hasGoods({ sellerId, terms, offers: chosen }: NewPromotion): boolean {
  const { kind } = terms.reduction;
  if (kind === 'free_delivery') return sellerId !== null && chosen === null;
  if (kind !== 'bundle') return chosen === null || chosen.size > 0;
  const pieces = [...(chosen?.values() ?? [])].reduce((sum, quantity) => sum + quantity, 0);
  return pieces >= 2;
}

/** The market's promotions are for everything: it has no offers. */
async function areOwn(
  tx: Transaction,
  sellerId: string | null,
  offerIds: readonly string[],
): Promise<boolean> {
  if (sellerId === null) return false;
  const own = await nameOwnOffers(tx, sellerId, offerIds, DEFAULT_LOCALE);
  return own.length === offerIds.length;
}

async function isSame(tx: Transaction, { promotionId, sellerId }: NewPromotion): Promise<boolean> {
  const [made] = await tx.select().from(promotions).where(eq(promotions.id, promotionId));
  return made !== undefined && made.sellerId === sellerId;
}

function columnsOf(reduction: Reduction) {
  const plain = reduction.kind === 'bundle' ? reduction.off : reduction;
  return {
    kind: reduction.kind,
    basisPoints: 'basisPoints' in plain ? plain.basisPoints : null,
    amountMinor: 'amountMinor' in plain ? plain.amountMinor : null,
    buyQuantity: reduction.kind === 'buy_get' ? reduction.buyQuantity : null,
    getQuantity: reduction.kind === 'buy_get' ? reduction.getQuantity : null,
  };
}
