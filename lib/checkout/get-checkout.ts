import { viewCart } from '@/lib/carts';
import { publicId } from '@/lib/kernel/ids';
import { sumMinor, type Money } from '@/lib/kernel/money';
import type { Executor } from '@/lib/platform/database';
import { deliveryPrice, promiseDelivery } from '@/lib/pricing';
import type { CheckoutCode, CheckoutParcel, CheckoutView } from './model';
import { prepareCheckout, type CheckoutRequest, type PreparedCheckout } from './prepare-checkout';

/** What the checkout page shows, to the minor unit what placing the order would charge now. */
export async function getCheckout(db: Executor, request: CheckoutRequest): Promise<CheckoutView> {
  const prepared = await prepareCheckout(db, request);
  const cart = viewCart(prepared.contents);
  const money = (amountMinor: number): Money => ({ amountMinor, currency: prepared.currency });
  const { quote } = prepared;
  return {
    parcels: quote.sellers.map((seller): CheckoutParcel => {
      const parcel = cart.parcels.find(
        (candidate) => candidate.sellerId === publicId('sel', seller.sellerId),
      );
      return {
        sellerId: publicId('sel', seller.sellerId),
        sellerName: parcel?.sellerName ?? '',
        lines: parcel?.lines ?? [],
        ...deliveryOf(prepared, seller.sellerId, seller.goodsMinor, request.now),
        goods: money(seller.goodsMinor),
        shipping: money(seller.shippingMinor),
        discount: money(seller.discountMinor),
        total: money(seller.totalMinor),
      };
    }),
    promotions: prepared.promotions.map(({ promotion: { name, code }, byOffer }) => {
      return { name, code, discount: money(sumMinor(byOffer.values())) };
    }),
    code: codeOf(prepared),
    goods: money(quote.goodsMinor),
    discount: money(quote.discountMinor),
    shipping: money(quote.shippingMinor),
    taxMode: quote.taxMode,
    tax: quote.taxIsKnown ? money(quote.taxMinor) : null,
    total: money(quote.totalMinor),
    credit: money(quote.creditMinor),
    toPay: money(quote.totalMinor - quote.creditMinor),
    fingerprint: prepared.fingerprint,
    blockedBy: prepared.blockedBy,
  };
}

function deliveryOf(
  prepared: PreparedCheckout,
  sellerId: string,
  goodsMinor: number,
  now: Date,
): Pick<CheckoutParcel, 'choices' | 'chosen'> {
  const delivery = prepared.deliveries.get(sellerId);
  if (!delivery) return { choices: [], chosen: null };
  return {
    chosen: delivery.chosen?.code ?? null,
    choices: delivery.options.map((option) => {
      const promise = promiseDelivery(now, delivery.handlingDays, option);
      const amountMinor = Math.max(0, deliveryPrice(option, goodsMinor) - delivery.waivedMinor);
      return {
        code: option.code,
        price: { amountMinor, currency: prepared.currency },
        from: promise.from.toISOString(),
        to: promise.to.toISOString(),
      };
    }),
  };
}

function codeOf({ contents, promotions, codeRefused, currency }: PreparedCheckout): CheckoutCode | null {
  const code = contents.promotionCode;
  if (code === null) return null;
  const applied = promotions.find(({ promotion }) => promotion.code !== null);
  if (applied) return { code, state: 'applied', saves: { amountMinor: applied.amountMinor, currency } };
  if (!codeRefused) return null;
  const missing = codeRefused.detail?.missingMinor;
  return {
    code,
    state: 'refused',
    reason: codeRefused.error,
    missing: typeof missing === 'number' ? { amountMinor: missing, currency } : null,
  };
}
