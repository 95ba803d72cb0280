import { sumMinor, type Currency } from '@/lib/kernel/money';
import { isFor, type BasketLine } from './check-promotion';
import type { Promotion } from './promotion';
import { takeOff } from './take-off';

export type Discounted = {
  /** By line, in the order of the basket. */
  readonly discounts: readonly { readonly sellerMinor: number; readonly marketMinor: number }[];
  readonly applied: readonly AppliedPromotion[];
};

export type AppliedPromotion = {
  readonly promotion: Promotion;
  readonly amountMinor: number;
  /** What of it fell on which offer's line. */
  readonly byOffer: ReadonlyMap<string, number>;
};

type LineState = { readonly line: BasketLine; restMinor: number; reducedBy: Promotion[] };

/**
 * What promotions that count take off a basket of one line an offer. First the sellers' own, then the market's on what is
 * left; of each, what takes off most comes first. One that does not combine is the only one on its goods. Nothing takes
 * off more than is left of its budget, nor of the goods. Pure: the same basket always gets the same.
 */
export function applyPromotions(
  promotions: readonly Promotion[],
  lines: readonly BasketLine[],
  currency: Currency,
): Discounted {
  const states = lines.map((line): LineState => {
    return { line, restMinor: line.unitPriceMinor * line.quantity, reducedBy: [] };
  });
  const inTurn = (own: readonly Promotion[]) => applyInTurn(own, states, currency);
  const bySellers = inTurn(promotions.filter(({ sellerId }) => sellerId !== null));
  const byMarket = inTurn(promotions.filter(({ sellerId }) => sellerId === null));
  return {
    applied: [...bySellers, ...byMarket],
    discounts: lines.map(({ offerId }) => ({
      sellerMinor: offOf(bySellers, offerId),
      marketMinor: offOf(byMarket, offerId),
    })),
  };
}

function applyInTurn(
  promotions: readonly Promotion[],
  states: readonly LineState[],
  currency: Currency,
): AppliedPromotion[] {
  const applied: AppliedPromotion[] = [];
  let left = promotions.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  while (left.length > 0) {
    const best = left
      .map((promotion) => apply(promotion, states, currency))
      .reduce((one, other) => (other.amountMinor > one.amountMinor ? other : one));
    if (best.amountMinor === 0) break;
    for (const state of states) {
      const offMinor = best.byOffer.get(state.line.offerId) ?? 0;
      if (offMinor === 0) continue;
      state.restMinor -= offMinor;
      state.reducedBy.push(best.promotion);
    }
    applied.push(best);
    left = left.filter((promotion) => promotion !== best.promotion);
  }
  return applied;
}

function apply(promotion: Promotion, states: readonly LineState[], currency: Currency): AppliedPromotion {
  const open = states
    .filter((state) => isFor(promotion, state.line) && isOpenTo(promotion, state))
    .map(({ line, restMinor }) => ({ ...line, restMinor }));
  const off = takeOff(promotion, open, currency);
  const amountMinor = sumMinor(off);
  if (!isWithinBudget(promotion, amountMinor)) return { promotion, amountMinor: 0, byOffer: new Map() };
  const byOffer = open.flatMap(({ offerId }, index): [string, number][] =>
    off[index]! > 0 ? [[offerId, off[index]!]] : [],
  );
  return { promotion, amountMinor, byOffer: new Map(byOffer) };
}

function isOpenTo(promotion: Promotion, { reducedBy }: LineState): boolean {
  return reducedBy.length === 0 || (promotion.combines && reducedBy.every(({ combines }) => combines));
}

export function isWithinBudget({ budgetMinor, spentMinor }: Promotion, amountMinor: number): boolean {
  return budgetMinor === null || spentMinor + amountMinor <= budgetMinor;
}

function offOf(applied: readonly AppliedPromotion[], offerId: string): number {
  return sumMinor(applied.map(({ byOffer }) => byOffer.get(offerId) ?? 0));
}
