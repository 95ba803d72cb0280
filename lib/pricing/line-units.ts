import { payableStep, type Currency } from '@/lib/kernel/money';
import type { TaxMode } from './tax-row';

/** What a line of several units is made of, in minor units. */
export type LineParts = {
  readonly quantity: number;
  readonly currency: Currency;
  readonly goodsMinor: number;
  readonly sellerDiscountMinor: number;
  readonly marketDiscountMinor: number;
  /** Its share of its parcel's shipping. */
  readonly shippingMinor: number;
  /** Whether the tax is contained in the prices, or was added to them. */
  readonly taxMode: TaxMode;
  readonly taxMinor: number;
  readonly commissionMinor: number;
  /** What of the line's total store credit paid. */
  readonly creditMinor: number;
};

export type UnitMoney = Omit<LineParts, 'quantity' | 'currency' | 'taxMode'> & {
  /** What the buyer paid for these units: goods less discounts, with shipping and the tax that was added. */
  readonly totalMinor: number;
  /** What of the tax was added on top; zero where prices contain it. */
  readonly addedTaxMinor: number;
};

/**
 * The money of `count` units of a line, from the unit with index `first` on. Every part is divided among the units by
 * largest remainder (as `allocate` does with equal weights), so units that go back one after the other, in whatever
 * bunches, give back exactly the line. The odd minor units of the market's discount go to the units after those of the
 * seller's: so no unit is discounted by more than it costs. What the buyer paid is divided in payable steps, and store
 * credit in proportion to it. Throws for units the line has not got.
 */
export function moneyOfUnits(line: LineParts, first: number, count: number): UnitMoney {
  const { quantity } = line;
  if (first < 0 || count < 0 || first + count > quantity) {
    throw new RangeError(`A line of ${quantity} has no units ${first} to ${first + count}`);
  }
  const creditMinor = creditOfFirst(line, first + count) - creditOfFirst(line, first);
  return { ...partsOfUnits(line, first, count), creditMinor };
}

/** What of the first `count` units store credit paid: never more than they cost, and all of it for all of them. */
function creditOfFirst(line: LineParts, count: number): number {
  if (line.creditMinor === 0) return 0;
  const step = payableStep(line.currency);
  const paid = BigInt(partsOfUnits(line, 0, count).totalMinor);
  const whole = BigInt(partsOfUnits(line, 0, line.quantity).totalMinor);
  return Number((BigInt(line.creditMinor / step) * paid) / whole) * step;
}

function partsOfUnits(line: LineParts, first: number, count: number): Omit<UnitMoney, 'creditMinor'> {
  const { quantity } = line;
  const step = payableStep(line.currency);
  const share = (amountMinor: number) => shareOf(amountMinor, quantity, { first, count, oddFrom: 0 });
  const paidShare = (amountMinor: number, oddFrom = 0) =>
    shareOf(amountMinor / step, quantity, { first, count, oddFrom }) * step;
  const goodsMinor = paidShare(line.goodsMinor);
  const sellerDiscountMinor = paidShare(line.sellerDiscountMinor);
  const marketDiscountMinor = paidShare(
    line.marketDiscountMinor,
    (line.sellerDiscountMinor / step) % quantity,
  );
  const shippingMinor = paidShare(line.shippingMinor);
  const isTaxAdded = line.taxMode === 'exclusive';
  const taxMinor = isTaxAdded ? paidShare(line.taxMinor) : share(line.taxMinor);
  const addedTaxMinor = isTaxAdded ? taxMinor : 0;
  return {
    goodsMinor,
    sellerDiscountMinor,
    marketDiscountMinor,
    shippingMinor,
    taxMinor,
    addedTaxMinor,
    commissionMinor: share(line.commissionMinor),
    totalMinor: goodsMinor - sellerDiscountMinor - marketDiscountMinor + shippingMinor + addedTaxMinor,
  };
}

/** Each unit gets the whole part; one minor unit more get those from `oddFrom` on, around the end, until it is used up. */
function shareOf(
  amountMinor: number,
  quantity: number,
  { first, count, oddFrom }: { readonly first: number; readonly count: number; readonly oddFrom: number },
): number {
  const odd = amountMinor % quantity;
  const each = (amountMinor - odd) / quantity;
  const end = oddFrom + odd;
  const units = { from: first, to: first + count };
  const odds =
    overlap(units, { from: oddFrom, to: Math.min(end, quantity) }) +
    overlap(units, { from: 0, to: Math.max(0, end - quantity) });
  return each * count + odds;
}

type Span = { readonly from: number; readonly to: number };

function overlap(a: Span, b: Span): number {
  return Math.max(0, Math.min(a.to, b.to) - Math.max(a.from, b.from));
}
