import { and, desc, eq, inArray, isNull, lt, sql } from 'drizzle-orm';
import { promotionRedemptions, promotions } from '@/db/schema/promotions';
import { publicId } from '@/lib/kernel/ids';
import type { Money } from '@/lib/kernel/money';
import type { Executor } from '@/lib/platform/database';
import { withOffers } from './find-promotions';
import type { PromotionState, PromotionView } from './model';
import type { Promotion, PromotionRow } from './promotion';

/** Whose: a seller's, or the market's own. */
export type PromotionOwner = { readonly sellerId: string | null };

/** A page of somebody's promotions, newest first; `next` goes on where it ended. */
export async function listPromotions(
  db: Executor,
  owner: PromotionOwner,
  page: { readonly limit: number; readonly after: string | null; readonly now: Date },
): Promise<{ readonly items: PromotionView[]; readonly next: string | null }> {
  const rows = await db
    .select()
    .from(promotions)
    .where(and(ownedBy(owner), page.after ? lt(promotions.id, page.after) : undefined))
    .orderBy(desc(promotions.id))
    .limit(page.limit + 1);
  const shown = rows.slice(0, page.limit);
  return {
    items: await toViews(db, shown, page.now),
    next: rows.length > page.limit ? (shown.at(-1)?.id ?? null) : null,
  };
}

/** Null when there is none, or it is somebody else's. */
export async function getPromotion(
  db: Executor,
  promotionId: string,
  owner: PromotionOwner,
  now: Date,
): Promise<PromotionView | null> {
  const rows = await db
    .select()
    .from(promotions)
    .where(and(eq(promotions.id, promotionId), ownedBy(owner)));
  const [view] = await toViews(db, rows, now);
  return view ?? null;
}

function ownedBy({ sellerId }: PromotionOwner) {
  return sellerId === null ? isNull(promotions.sellerId) : eq(promotions.sellerId, sellerId);
}

async function toViews(db: Executor, rows: readonly PromotionRow[], now: Date): Promise<PromotionView[]> {
  const [found, uses] = await Promise.all([withOffers(db, rows), listUses(db, rows)]);
  return found.map((promotion, index) => toView(promotion, rows[index]!, uses.get(promotion.id), now));
}

type Uses = { readonly count: number; readonly given: readonly Money[] };

async function listUses(db: Executor, rows: readonly PromotionRow[]): Promise<ReadonlyMap<string, Uses>> {
  if (rows.length === 0) return new Map();
  const { promotionId, currency, amountMinor, releasedAt } = promotionRedemptions;
  const used = await db
    .select({
      ...{ promotionId, currency },
      count: sql<number>`count(*)::int`,
      amountMinor: sql<string>`sum(${amountMinor})`,
    })
    .from(promotionRedemptions)
    .where(
      and(
        inArray(
          promotionId,
          rows.map(({ id }) => id),
        ),
        isNull(releasedAt),
      ),
    )
    .groupBy(promotionId, currency)
    .orderBy(currency);
  return used.reduce((all, one) => {
    const before = all.get(one.promotionId) ?? { count: 0, given: [] };
    const money = { amountMinor: Number(one.amountMinor), currency: one.currency };
    return all.set(one.promotionId, { count: before.count + one.count, given: [...before.given, money] });
  }, new Map<string, Uses>());
}

function toView(promotion: Promotion, row: PromotionRow, uses: Uses | undefined, now: Date): PromotionView {
  const {
    id,
    offers,
    redemptions: _counted,
    spentMinor,
    sellerId: _owner,
    status: _status,
    ...terms
  } = promotion;
  return {
    ...terms,
    promotionId: publicId('prm', id),
    version: row.version,
    state: stateOf(promotion, now),
    offers:
      offers && [...offers].map(([offerId, quantity]) => ({ offerId: publicId('off', offerId), quantity })),
    uses: uses?.count ?? 0,
    given: uses?.given ?? [],
    budgetLeftMinor: terms.budgetMinor === null ? null : terms.budgetMinor - spentMinor,
  };
}

/** What it does at this moment, as its makers call it. */
export function stateOf(promotion: Promotion, now: Date): PromotionState {
  if (promotion.status !== 'active') return promotion.status;
  if (promotion.endsAt && promotion.endsAt <= now) return 'ended';
  const { maxRedemptions, redemptions, budgetMinor, spentMinor } = promotion;
  if (maxRedemptions !== null && redemptions >= maxRedemptions) return 'used_up';
  if (budgetMinor !== null && spentMinor >= budgetMinor) return 'used_up';
  return promotion.startsAt > now ? 'planned' : 'running';
}
