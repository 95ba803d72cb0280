import { createHash } from 'node:crypto';
import { getCommissionRates } from '@/lib/commissions';
import { getCartContents, type CartContents, type CartOwner } from '@/lib/carts';
import { getCredit } from '@/lib/credit';
import { sumMinor, type Currency } from '@/lib/kernel/money';
import type { Refusal } from '@/lib/kernel/result';
import type { OfferSnapshot } from '@/lib/offers';
import {
  deliveryPrice,
  promiseDelivery,
  quoteOrder,
  type CommissionRate,
  payWithCredit,
  type DeliveryPromise,
  type Destination,
  type Quote,
} from '@/lib/pricing';
import { SMALLEST_CHARGE_MINOR } from '@/lib/payments';
import type { Executor } from '@/lib/platform/database';
import type { AppliedPromotion, BasketLine, PromotionRefusal } from '@/lib/promotions';
import { listDeliveryOptions, type DeliveryOption } from '@/lib/sellers';
import { considerPromotions, type Considered } from './consider-promotions';
import type { CheckoutView } from './model';

/** What a quote depends on besides the basket. */
export type CheckoutRequest = {
  readonly owner: CartOwner;
  /** Null for a guest, whose uses of a code cannot be counted before the order. */
  readonly customerId: string | null;
  readonly destination: Destination;
  /** Chosen delivery code by seller id; a seller without a choice gets the first option. */
  readonly deliveries: ReadonlyMap<string, string>;
  readonly locale: string;
  /** Whether the customer's store credit is to pay as much of it as it can. */
  readonly useCredit?: boolean;
  readonly now: Date;
};

export type CheckoutLine = CartContents['lines'][number] & { readonly offer: OfferSnapshot };

export type CheckoutDelivery = {
  readonly options: readonly DeliveryOption[];
  readonly chosen: DeliveryOption | null;
  readonly handlingDays: number;
  readonly promise: DeliveryPromise | null;
};

/** With what a promotion pays for of each way to come. */
export type PricedDelivery = CheckoutDelivery & { readonly waivedMinor: number };

/** Everything that is true of a basket at this moment: the page shows it, placing the order repeats it. */
export type PreparedCheckout = {
  readonly contents: CartContents;
  readonly currency: Currency;
  readonly lines: readonly CheckoutLine[];
  readonly deliveries: ReadonlyMap<string, PricedDelivery>;
  readonly promotions: readonly AppliedPromotion[];
  /** Why the code that was typed does nothing. */
  readonly codeRefused: Refusal<PromotionRefusal> | null;
  readonly quote: Quote;
  readonly fingerprint: string;
  readonly blockedBy: CheckoutView['blockedBy'];
};

/** Reads live prices, stock, delivery options and the code, and prices the basket. Nothing is cached. */
export async function prepareCheckout(db: Executor, request: CheckoutRequest): Promise<PreparedCheckout> {
  const contents = await getCartContents(db, request.owner, request.locale);
  const active = contents.lines.filter((line) => !line.savedForLater);
  const lines = active.flatMap((line) => (line.offer?.price ? [{ ...line, offer: line.offer }] : []));
  const basket = lines.map(toBasketLine);
  const chosen = await chooseDeliveries(db, lines, contents.currency, request);
  const [considered, rates, availableMinor] = await Promise.all([
    considerPromotions(db, {
      ...{ code: contents.promotionCode, currency: contents.currency, lines: basket },
      ...{ deliveries: pricesOf(chosen, basket), customerId: request.customerId, now: request.now },
    }),
    ratesOf(db, lines, contents.currency, request.now),
    creditOf(db, request, contents.currency),
  ]);
  const deliveries = waive(chosen, considered);
  const priced = quoteOrder({
    currency: contents.currency,
    destination: request.destination,
    at: request.now,
    lines: lines.map(({ offerId, offer }, index) => ({
      ...basket[index]!,
      taxCategory: offer.taxCategory,
      commissionRate: requireRate(rates, offerId),
      sellerDiscountMinor: considered.discounts[index]!.sellerMinor,
      marketDiscountMinor: considered.discounts[index]!.marketMinor,
    })),
    deliveries: new Map(
      [...deliveries].flatMap(([sellerId, { chosen: option, waivedMinor }]) =>
        option ? [[sellerId, { ...option, priceMinor: option.priceMinor - waivedMinor }]] : [],
      ),
    ),
  });
  const quote = payWithCredit(priced, {
    availableMinor,
    smallestChargeMinor: SMALLEST_CHARGE_MINOR[contents.currency],
  });
  return {
    contents,
    currency: contents.currency,
    lines,
    deliveries,
    promotions: considered.applied,
    codeRefused: considered.refused,
    quote,
    fingerprint: fingerprintOf(quote, deliveries),
    blockedBy: findBlock(active, lines, deliveries, quote),
  };
}

async function creditOf(
  db: Executor,
  { useCredit, customerId }: CheckoutRequest,
  currency: Currency,
): Promise<number> {
  if (!useCredit || customerId === null) return 0;
  const credit = await getCredit(db, customerId);
  return credit.find((balance) => balance.currency === currency)?.amountMinor ?? 0;
}

function ratesOf(
  db: Executor,
  lines: readonly CheckoutLine[],
  currency: Currency,
  at: Date,
): Promise<ReadonlyMap<string, CommissionRate>> {
  const sold = lines.map(({ offerId, offer }) => ({
    offerId,
    sellerId: offer.sellerId,
    productId: offer.productId,
    unitPriceMinor: offer.price?.amountMinor ?? 0,
    sellerCommissionBasisPoints: offer.sellerCommissionBasisPoints,
  }));
  return getCommissionRates(db, sold, { currency, at });
}

function requireRate(rates: ReadonlyMap<string, CommissionRate>, offerId: string): CommissionRate {
  const rate = rates.get(offerId);
  if (!rate) throw new Error(`Offer ${offerId} has no commission rate`);
  return rate;
}

async function chooseDeliveries(
  db: Executor,
  lines: readonly CheckoutLine[],
  currency: Currency,
  request: CheckoutRequest,
): Promise<ReadonlyMap<string, CheckoutDelivery>> {
  const handling = new Map<string, number>();
  for (const { offer } of lines) {
    handling.set(offer.sellerId, Math.max(handling.get(offer.sellerId) ?? 0, offer.handlingDays));
  }
  const { country } = request.destination;
  const all = await listDeliveryOptions(db, [...handling.keys()], { currency, country });
  return new Map(
    [...handling].map(([sellerId, handlingDays]) => {
      const options = all.filter((option) => option.sellerId === sellerId);
      const wanted = request.deliveries.get(sellerId);
      const chosen = options.find((option) => option.code === wanted) ?? options[0] ?? null;
      const promise = chosen && promiseDelivery(request.now, handlingDays, chosen);
      return [sellerId, { options, chosen, handlingDays, promise }];
    }),
  );
}

function toBasketLine({ offerId, quantity, offer }: CheckoutLine): BasketLine {
  return { offerId, quantity, sellerId: offer.sellerId, unitPriceMinor: offer.price?.amountMinor ?? 0 };
}

/** What the chosen delivery of each seller costs these goods, and what the cheapest would. */
function pricesOf(deliveries: ReadonlyMap<string, CheckoutDelivery>, lines: readonly BasketLine[]) {
  return new Map(
    [...deliveries].flatMap(([sellerId, { options, chosen }]) => {
      if (!chosen) return [];
      const own = lines.filter((line) => line.sellerId === sellerId);
      const goodsMinor = sumMinor(own.map((line) => line.unitPriceMinor * line.quantity));
      const cheapestMinor = Math.min(...options.map((option) => deliveryPrice(option, goodsMinor)));
      return [[sellerId, { priceMinor: deliveryPrice(chosen, goodsMinor), cheapestMinor }]];
    }),
  );
}

function waive(
  deliveries: ReadonlyMap<string, CheckoutDelivery>,
  { waivedMinor }: Considered,
): ReadonlyMap<string, PricedDelivery> {
  return new Map(
    [...deliveries].map(([sellerId, delivery]) => [
      sellerId,
      { ...delivery, waivedMinor: waivedMinor.get(sellerId) ?? 0 },
    ]),
  );
}

/** Changes whenever anything the buyer agreed to changes: a price, a quantity, an amount, a delivery. */
function fingerprintOf(quote: Quote, deliveries: ReadonlyMap<string, CheckoutDelivery>): string {
  const agreed = quote.sellers.map((seller) => [
    seller.sellerId,
    deliveries.get(seller.sellerId)?.chosen?.code ?? null,
    seller.shippingMinor,
    seller.lines.map((line) => [
      line.offerId,
      line.quantity,
      line.unitPriceMinor,
      line.taxMinor,
      line.totalMinor,
    ]),
  ]);
  return createHash('sha256')
    .update(JSON.stringify([quote.currency, quote.totalMinor, quote.creditMinor, agreed]))
    .digest('base64url');
}

function findBlock(
  active: CartContents['lines'],
  lines: readonly CheckoutLine[],
  deliveries: ReadonlyMap<string, CheckoutDelivery>,
  quote: Quote,
): CheckoutView['blockedBy'] {
  if (active.length === 0) return 'cart_empty';
  if (lines.length < active.length) return 'offer_unavailable';
  if (lines.some((line) => line.offer.available < line.quantity)) return 'out_of_stock';
  if ([...deliveries.values()].some((delivery) => delivery.chosen === null)) return 'delivery_unavailable';
  if (!quote.taxIsKnown) return 'tax_place_unknown';
  const chargedMinor = quote.totalMinor - quote.creditMinor;
  const paidByCredit = chargedMinor === 0 && quote.creditMinor > 0;
  if (!paidByCredit && chargedMinor < SMALLEST_CHARGE_MINOR[quote.currency]) return 'amount_too_small';
  return null;
}
