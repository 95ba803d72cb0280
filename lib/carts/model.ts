import type { Currency, Money } from '@/lib/kernel/money';
import type { Picture } from '@/lib/media/model';

/** The most of one offer that fits in a basket. */
export const MAX_LINE_QUANTITY = 99;

/** The most different offers in one basket. */
export const MAX_LINES = 100;

/** What became of a line since the buyer last looked. */
export type LineChange =
  | { readonly kind: 'price'; readonly before: Money; readonly now: Money }
  | { readonly kind: 'short'; readonly available: number }
  | { readonly kind: 'gone' }
  /** Not sold in the cart's currency. */
  | { readonly kind: 'unpriced'; readonly currency: Currency };

export type CartLine = {
  readonly lineId: string;
  readonly offerId: string;
  readonly productSlug: string;
  readonly title: string;
  readonly variantLabel: string;
  readonly image: Picture | null;
  readonly quantity: number;
  /** How many more than `quantity` may be chosen is limited by this. */
  readonly available: number;
  readonly unitPrice: Money | null;
  readonly total: Money | null;
  readonly change: LineChange | null;
};

/** What one seller sends in one parcel. */
export type CartParcel = {
  readonly sellerId: string;
  readonly sellerName: string;
  readonly sellerSlug: string;
  readonly lines: readonly CartLine[];
};

export type CartView = {
  readonly parcels: readonly CartParcel[];
  readonly saved: readonly CartLine[];
  /** Pieces, not lines; what the badge shows. */
  readonly itemCount: number;
  /** Of everything that can be bought now. */
  readonly goods: Money;
  readonly promotionCode: string | null;
  /** Some line cannot be bought as it stands. */
  readonly blocked: boolean;
};
