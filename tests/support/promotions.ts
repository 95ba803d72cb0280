import { createPromotion } from '@/lib/promotions';
import type { PromotionTerms } from '@/lib/promotions/model';
import { newId } from '@/lib/kernel/ids';
import type { Database } from '@/lib/platform/database';

type Made = Partial<PromotionTerms> & {
  readonly sellerId: string | null;
  readonly offers?: ReadonlyMap<string, number>;
};

/** A promotion that runs: ten percent off everything, unless told otherwise. */
export async function runningPromotion(db: Database, { sellerId, offers, ...terms }: Made): Promise<string> {
  const promotionId = newId();
  const made = await createPromotion(db, {
    ...{ promotionId, sellerId, offers: offers ?? null, actor: 'system' },
    terms: {
      ...{ name: 'Something off', code: null, reduction: { kind: 'percent', basisPoints: 1000 } },
      ...{ currency: null, minSubtotalMinor: 0, combines: false, startsAt: new Date(0), endsAt: null },
      ...{ maxRedemptions: null, maxPerCustomer: null, budgetMinor: null },
      ...terms,
    },
  });
  if (!made.ok) throw new Error(made.error);
  return promotionId;
}
