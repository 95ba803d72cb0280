import { allocatePayable, BASIS_POINTS, payableStep, sumMinor, type Currency } from '@/lib/kernel/money';
import type { BasketLine } from './check-promotion';
import type { Reduction } from './model';
import type { Promotion } from './promotion';

/** A line a promotion is for, and what of its price others have left. */
export type OpenLine = BasketLine & { readonly restMinor: number };

/**
 * What a promotion takes off each of these lines, in payable minor units: never more than is left of one. It is divided
 * over all lines it is for by largest remainder, the free piece included: so whoever sends one of three back gets what
 * that piece has cost them, whichever of the three it is. Pure.
 */
export function takeOff(
  { reduction, offers }: Pick<Promotion, 'reduction' | 'offers'>,
  lines: readonly OpenLine[],
  currency: Currency,
): number[] {
  const { wantedMinor, weights } = wantedOff(reduction, offers, lines, currency);
  const within = weights.map((weight, index) => Math.min(weight, lines[index]!.restMinor));
  const mostMinor = sumMinor(within);
  if (mostMinor === 0) return lines.map(() => 0);
  return allocatePayable({ amountMinor: Math.min(wantedMinor, mostMinor), currency }, within);
}

type Wanted = { readonly wantedMinor: number; readonly weights: readonly number[] };

function wantedOff(
  reduction: Reduction,
  offers: Promotion['offers'],
  lines: readonly OpenLine[],
  currency: Currency,
): Wanted {
  const rests = lines.map((line) => line.restMinor);
  switch (reduction.kind) {
    case 'percent':
      return { wantedMinor: percentOf(sumMinor(rests), reduction.basisPoints, currency), weights: rests };
    case 'fixed':
      return { wantedMinor: reduction.amountMinor, weights: rests };
    case 'buy_get': {
      const goodsMinor = cheapestPieces(lines, reduction);
      return { wantedMinor: percentOf(goodsMinor, reduction.basisPoints, currency), weights: rests };
    }
    case 'bundle': {
      const sets = wholeSets(offers, lines);
      const weights = lines.map((line) => sets * (offers?.get(line.offerId) ?? 0) * line.unitPriceMinor);
      const wantedMinor =
        reduction.off.kind === 'fixed'
          ? reduction.off.amountMinor * sets
          : percentOf(sumMinor(weights), reduction.off.basisPoints, currency);
      return { wantedMinor, weights };
    }
    case 'free_delivery':
      return { wantedMinor: 0, weights: rests };
  }
}

/** Rounded down to what can be paid: a percentage never takes off more than it says. */
function percentOf(amountMinor: number, basisPoints: number, currency: Currency): number {
  const step = payableStep(currency);
  return Number((BigInt(amountMinor / step) * BigInt(basisPoints)) / BigInt(BASIS_POINTS)) * step;
}

/** The price of the pieces that come on top of those bought, the cheapest ones. */
function cheapestPieces(
  lines: readonly OpenLine[],
  { buyQuantity, getQuantity }: { readonly buyQuantity: number; readonly getQuantity: number },
): number {
  const pieces = sumMinor(lines.map((line) => line.quantity));
  let left = Math.floor(pieces / (buyQuantity + getQuantity)) * getQuantity;
  let goodsMinor = 0;
  for (const line of lines.toSorted((a, b) => a.unitPriceMinor - b.unitPriceMinor)) {
    const taken = Math.min(left, line.quantity);
    goodsMinor += taken * line.unitPriceMinor;
    left -= taken;
  }
  return goodsMinor;
}

/** How often everything that belongs together is there. */
function wholeSets(offers: Promotion['offers'], lines: readonly OpenLine[]): number {
  if (!offers || offers.size === 0) return 0;
  const inBasket = new Map(lines.map((line) => [line.offerId, line.quantity]));
  return Math.min(
    ...[...offers].map(([offerId, needed]) => Math.floor((inBasket.get(offerId) ?? 0) / needed)),
  );
}
