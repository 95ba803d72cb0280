import { allocatePayable, payableStep, sumMinor, type Currency } from '@/lib/kernel/money';
import type { TaxCategory } from '@/lib/kernel/tax-category';
import { commissionOn, type Commission, type CommissionRate } from './commission';
import type { Destination } from './model';
import type { TaxClass, TaxMode } from './tax-row';
import { taxOnTop, taxTermsFor, taxWithin, type TaxTerms } from './tax';

/**
 * What an order costs, to the minor unit. Pure: the same input gives the same quote, and the total of the
 * order is the sum of its seller orders is the sum of its lines, whatever was discounted or shipped. Prices, charges
 * for delivery and discounts must be payable (`payableStep`); then so is every amount the buyer pays.
 */
export type QuoteInput = {
  readonly currency: Currency;
  readonly destination: Destination;
  /** When: rates of tax change. */
  readonly at: Date;
  readonly lines: readonly QuoteInputLine[];
  /** What each seller's parcel costs to send before any free threshold, by seller id. */
  readonly deliveries: ReadonlyMap<string, QuoteDelivery>;
};

export type QuoteInputLine = {
  readonly offerId: string;
  readonly sellerId: string;
  readonly quantity: number;
  readonly unitPriceMinor: number;
  readonly taxCategory: TaxCategory;
  readonly commissionRate: CommissionRate;
  /** What promotions take off, at the seller's cost and at the market's: together never more than the goods cost. */
  readonly sellerDiscountMinor: number;
  readonly marketDiscountMinor: number;
};

/** A line that no promotion is about. */
export const NO_DISCOUNT = { sellerDiscountMinor: 0, marketDiscountMinor: 0 } as const;

export type QuoteDelivery = { readonly priceMinor: number; readonly freeFromMinor: number | null };

export type QuoteLine = {
  readonly offerId: string;
  readonly sellerId: string;
  readonly quantity: number;
  readonly unitPriceMinor: number;
  readonly goodsMinor: number;
  readonly sellerDiscountMinor: number;
  readonly marketDiscountMinor: number;
  readonly shippingMinor: number;
  readonly taxMode: TaxMode;
  readonly taxClass: TaxClass;
  readonly taxBasisPoints: number;
  readonly taxMinor: number;
  readonly totalMinor: number;
  /** What of the total store credit pays: nothing before `payWithCredit`. */
  readonly creditMinor: number;
  readonly commission: Commission;
};

export type QuoteTotals = {
  readonly goodsMinor: number;
  readonly discountMinor: number;
  readonly shippingMinor: number;
  readonly taxMode: TaxMode;
  /** Contained in the total; added to it in the exclusive mode. */
  readonly taxMinor: number;
  readonly totalMinor: number;
  readonly creditMinor: number;
};

export type SellerQuote = QuoteTotals & {
  readonly sellerId: string;
  readonly commissionMinor: number;
  readonly lines: readonly QuoteLine[];
};

export type Quote = QuoteTotals & {
  readonly currency: Currency;
  /** False: nobody has said in which region's tax it is, and there is none in the total yet. */
  readonly taxIsKnown: boolean;
  readonly sellers: readonly SellerQuote[];
};

export function quoteOrder(input: QuoteInput): Quote {
  const terms = taxTermsFor(input.destination, input.at);

  const sellers = groupBySeller(input.lines).map(({ sellerId, indexes }): SellerQuote => {
    const shipping = shareShipping(input, sellerId, indexes);
    const lines = indexes.map((index, position): QuoteLine => {
      const { offerId, quantity, unitPriceMinor, taxCategory, commissionRate } = input.lines[index]!;
      const { sellerDiscountMinor, marketDiscountMinor } = input.lines[index]!;
      const goodsMinor = unitPriceMinor * quantity;
      const shippingMinor = shipping[position]!;
      return {
        offerId,
        sellerId,
        quantity,
        unitPriceMinor,
        goodsMinor,
        sellerDiscountMinor,
        marketDiscountMinor,
        shippingMinor,
        ...taxLine(terms, taxCategory, {
          goodsMinor: goodsMinor - sellerDiscountMinor - marketDiscountMinor,
          shippingMinor,
          step: payableStep(input.currency),
        }),
        creditMinor: 0,
        commission: commissionOn(goodsMinor, sellerDiscountMinor, commissionRate),
      };
    });
    return {
      sellerId,
      lines,
      commissionMinor: sumMinor(lines.map((line) => line.commission.amountMinor)),
      ...totalsOf(
        terms.mode,
        lines.map((line) => ({
          ...line,
          discountMinor: line.sellerDiscountMinor + line.marketDiscountMinor,
        })),
      ),
    };
  });
  return {
    currency: input.currency,
    taxIsKnown: terms.isKnown,
    sellers,
    ...totalsOf(terms.mode, sellers),
  };
}

/**
 * The tax of a line and what the buyer pays for it. Delivery is taxed at the rate of the goods it brings, in proportion
 * to their value, since each line carries its share of it.
 */
function taxLine(
  { mode, taxesShipping, rateOf }: TaxTerms,
  category: TaxCategory,
  paid: { readonly goodsMinor: number; readonly shippingMinor: number; readonly step: number },
): Pick<QuoteLine, 'taxMode' | 'taxClass' | 'taxBasisPoints' | 'taxMinor' | 'totalMinor'> {
  const { goodsMinor, shippingMinor, step } = paid;
  const { taxClass, basisPoints: taxBasisPoints } = rateOf(category);
  const taxedMinor = goodsMinor + (taxesShipping ? shippingMinor : 0);
  const tax = { taxMode: mode, taxClass, taxBasisPoints };
  if (mode === 'inclusive') {
    return {
      ...tax,
      taxMinor: taxWithin(taxedMinor, taxBasisPoints),
      totalMinor: goodsMinor + shippingMinor,
    };
  }
  const taxMinor = taxOnTop(taxedMinor / step, taxBasisPoints) * step;
  return { ...tax, taxMinor, totalMinor: goodsMinor + shippingMinor + taxMinor };
}

/** A parcel's charge, divided over its lines by their goods value. */
function shareShipping(input: QuoteInput, sellerId: string, indexes: readonly number[]): number[] {
  const delivery = input.deliveries.get(sellerId);
  const goods = indexes.map((index) => input.lines[index]!.unitPriceMinor * input.lines[index]!.quantity);
  if (!delivery) return goods.map(() => 0);
  const amountMinor = deliveryPrice(delivery, sumMinor(goods));
  return allocatePayable({ amountMinor, currency: input.currency }, goods);
}

/** What a parcel of goods of that value costs to send. */
export function deliveryPrice({ priceMinor, freeFromMinor }: QuoteDelivery, goodsMinor: number): number {
  return freeFromMinor !== null && goodsMinor >= freeFromMinor ? 0 : priceMinor;
}

function groupBySeller(lines: readonly QuoteInputLine[]): { sellerId: string; indexes: number[] }[] {
  const groups = new Map<string, number[]>();
  lines.forEach((line, index) => groups.set(line.sellerId, [...(groups.get(line.sellerId) ?? []), index]));
  return [...groups].map(([sellerId, indexes]) => ({ sellerId, indexes }));
}

function totalsOf(taxMode: TaxMode, parts: readonly Omit<QuoteTotals, 'taxMode'>[]): QuoteTotals {
  return {
    taxMode,
    goodsMinor: sumMinor(parts.map((part) => part.goodsMinor)),
    discountMinor: sumMinor(parts.map((part) => part.discountMinor)),
    shippingMinor: sumMinor(parts.map((part) => part.shippingMinor)),
    taxMinor: sumMinor(parts.map((part) => part.taxMinor)),
    totalMinor: sumMinor(parts.map((part) => part.totalMinor)),
    creditMinor: sumMinor(parts.map((part) => part.creditMinor)),
  };
}
