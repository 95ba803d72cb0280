import type { Currency } from '@/lib/kernel/money';
import { refuse, type Refusal } from '@/lib/kernel/result';
import type { Executor } from '@/lib/platform/database';
import {
  applyPromotions,
  checkPromotion,
  countRedemptions,
  findPromotions,
  isWithinBudget,
  type AppliedPromotion,
  type BasketLine,
  type Promotion,
  type PromotionRefusal,
} from '@/lib/promotions';

/** What promotions do to a basket. */
export type Considered = {
  /** By line, in the order of the basket. */
  readonly discounts: readonly { readonly sellerMinor: number; readonly marketMinor: number }[];
  /** What of a seller's delivery is not charged, by seller id. */
  readonly waivedMinor: ReadonlyMap<string, number>;
  readonly applied: readonly AppliedPromotion[];
  /** Why the code that was typed does nothing. */
  readonly refused: Refusal<PromotionRefusal> | null;
};

export type PromotionBasket = {
  readonly code: string | null;
  readonly currency: Currency;
  readonly lines: readonly BasketLine[];
  /** What each seller's delivery costs, and what the cheapest would, by seller id; none where it is free already. */
  readonly deliveries: ReadonlyMap<string, { readonly priceMinor: number; readonly cheapestMinor: number }>;
  readonly customerId: string | null;
  readonly now: Date;
};

/** Which of the promotions there are count for a basket now, and what they take off it together. */
export async function considerPromotions(db: Executor, basket: PromotionBasket): Promise<Considered> {
  const sellerIds = [...new Set(basket.lines.map(({ sellerId }) => sellerId))];
  const { automatic, typed } = await findPromotions(db, { ...basket, sellerIds });
  const ownRedemptions =
    typed?.maxPerCustomer != null && basket.customerId
      ? await countRedemptions(db, typed.id, basket.customerId)
      : 0;
  const typedCounts = typed && checkPromotion(typed, { ...basket, ownRedemptions });
  const counting = [
    ...automatic.filter((promotion) => checkPromotion(promotion, { ...basket, ownRedemptions: 0 }).ok),
    ...(typed && typedCounts?.ok ? [typed] : []),
  ];
  const { discounts, applied: offGoods } = applyPromotions(counting, basket.lines, basket.currency);
  const offDelivery = waiveDeliveries(counting, basket);
  const applied = [...offGoods, ...offDelivery.values()];
  return {
    discounts,
    applied,
    waivedMinor: new Map([...offDelivery].map(([sellerId, { amountMinor }]) => [sellerId, amountMinor])),
    refused: refusalOf(basket, typed, typedCounts?.ok === false ? typedCounts : null, applied),
  };
}

/** One free delivery a seller: a second would take nothing off. What was typed goes first, since it was asked for. */
function waiveDeliveries(
  promotions: readonly Promotion[],
  { deliveries }: PromotionBasket,
): ReadonlyMap<string, AppliedPromotion> {
  const waived = new Map<string, AppliedPromotion>();
  const typedFirst = promotions.toSorted((a, b) => Number(b.code !== null) - Number(a.code !== null));
  for (const promotion of typedFirst) {
    const { sellerId, reduction } = promotion;
    if (reduction.kind !== 'free_delivery' || sellerId === null || waived.has(sellerId)) continue;
    const delivery = deliveries.get(sellerId);
    const amountMinor = Math.min(delivery?.cheapestMinor ?? 0, delivery?.priceMinor ?? 0);
    if (amountMinor > 0 && isWithinBudget(promotion, amountMinor)) {
      waived.set(sellerId, { promotion, amountMinor, byOffer: new Map() });
    }
  }
  return waived;
}

function refusalOf(
  basket: PromotionBasket,
  typed: Promotion | null,
  refused: Refusal<PromotionRefusal> | null,
  applied: readonly AppliedPromotion[],
): Refusal<PromotionRefusal> | null {
  if (basket.code === null) return null;
  if (!typed) return refuse('promotion_unknown');
  if (refused || applied.some(({ promotion }) => promotion === typed)) return refused;
  if (!wouldTakeOff({ ...typed, budgetMinor: null }, basket)) return refuse('promotion_not_applicable');
  return refuse(wouldTakeOff(typed, basket) ? 'promotion_outdone' : 'promotion_used_up');
}

/** Whether it would do anything if it were the only one. */
function wouldTakeOff(promotion: Promotion, basket: PromotionBasket): boolean {
  const alone = applyPromotions([promotion], basket.lines, basket.currency);
  return alone.applied.length > 0 || waiveDeliveries([promotion], basket).size > 0;
}
