import type { CartLine } from '@/lib/carts/model';
import type { Money } from '@/lib/kernel/money';
import type { TaxMode } from '@/lib/pricing/model';
import type { PromotionRefusal } from '@/lib/promotions/model';

/** One way a parcel can come, with what it costs this basket and when it arrives (ISO 8601 dates). */
export type DeliveryChoice = {
  readonly code: string;
  readonly price: Money;
  readonly from: string;
  readonly to: string;
};

export type CheckoutParcel = {
  readonly sellerId: string;
  readonly sellerName: string;
  readonly lines: readonly CartLine[];
  readonly choices: readonly DeliveryChoice[];
  /** The chosen one's code; null when the seller does not send to the country. */
  readonly chosen: string | null;
  readonly goods: Money;
  readonly shipping: Money;
  readonly discount: Money;
  readonly total: Money;
};

/** Something that counts for the basket; what it takes off the goods, nothing where it is about the delivery. */
export type CheckoutPromotion = {
  readonly name: string;
  /** Null when it counts by itself. */
  readonly code: string | null;
  readonly discount: Money;
};

/** The code that was typed. */
export type CheckoutCode =
  | { readonly code: string; readonly state: 'applied'; readonly saves: Money }
  | {
      readonly code: string;
      readonly state: 'refused';
      readonly reason: PromotionRefusal;
      readonly missing: Money | null;
    };

/** What the buyer agrees to: every amount of it adds up, and `fingerprint` is what they saw. */
export type CheckoutView = {
  readonly parcels: readonly CheckoutParcel[];
  readonly promotions: readonly CheckoutPromotion[];
  readonly code: CheckoutCode | null;
  readonly goods: Money;
  readonly discount: Money;
  readonly shipping: Money;
  readonly taxMode: TaxMode;
  /** Contained in the total; null while it is not known, for want of a postal code. */
  readonly tax: Money | null;
  readonly total: Money;
  /** What of the total store credit pays. */
  readonly credit: Money;
  /** The rest, to be charged. */
  readonly toPay: Money;
  readonly fingerprint: string;
  /** Why it cannot be ordered as it stands, or null. */
  readonly blockedBy: CheckoutBlock | null;
};

export type CheckoutBlock =
  | 'cart_empty'
  | 'out_of_stock'
  | 'offer_unavailable'
  | 'delivery_unavailable'
  | 'tax_place_unknown'
  | 'amount_too_small';
