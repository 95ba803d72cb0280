export * from './imports/model';
import type { Condition, ProductStatus } from '@/lib/catalog/model';
import type { Currency, Money } from '@/lib/kernel/money';
import type { Picture } from '@/lib/media/model';

export const OFFER_STATUSES = ['active', 'paused'] as const;
export type OfferStatus = (typeof OFFER_STATUSES)[number];

/** Which of an offer's prices. */
export type PriceOf = { readonly offerId: string; readonly market: string; readonly currency: Currency };

export type SaleStatus = 'planned' | 'running' | 'ended' | 'cancelled';

/** A sale that is planned or runs. */
export type OpenSale = {
  readonly status: 'planned' | 'running';
  readonly price: Money;
  readonly startsAt: Date;
  readonly endsAt: Date | null;
};

/** What an offer has cost, costs and is to cost, in the market's currency. */
export type OfferPricing = {
  readonly sale: OpenSale | null;
  /** Of the last 30 days: what a sale that begins now is measured by. */
  readonly lowest: Money | null;
  /** Newest first, at most fifty. */
  readonly changes: readonly { readonly at: Date; readonly price: Money }[];
};

/** One row of a seller's table of offers. */
export type SellerOffer = {
  readonly offerId: string;
  readonly productSlug: string;
  readonly title: string;
  readonly variantLabel: string;
  readonly sellerSku: string;
  readonly image: Picture | null;
  readonly price: Money | null;
  readonly onHand: number;
  /** Of what is on hand, sold or being bought and not yet sent. */
  readonly reserved: number;
  /** The seller is told when no more than this can be sold; null: never. */
  readonly lowLevel: number | null;
  readonly status: OfferStatus;
  /** Sent back with a change, so that nobody overwrites what they have not seen. */
  readonly version: number;
};

/** An offer that was chosen, as its seller saw it. */
export type ChosenOffer = { readonly offerId: string; readonly version: number };

/** What is done to many offers at once. */
export type OfferAct =
  | { readonly kind: 'set_price'; readonly priceMinor: number }
  /** Up, or down when negative. */
  | { readonly kind: 'change_price'; readonly basisPoints: number }
  | { readonly kind: 'set_stock'; readonly onHand: number }
  | { readonly kind: 'add_stock'; readonly pieces: number }
  | { readonly kind: 'tell_at'; readonly lowLevel: number | null }
  | { readonly kind: 'sell' }
  | { readonly kind: 'pause' };

/** A product as somebody sees it who wants to sell it. */
export type ProductToSell = {
  readonly productId: string;
  readonly slug: string;
  readonly title: string;
  readonly brand: string | null;
  readonly image: Picture | null;
  /** `live`, or a state of the seller's own product on its way there. */
  readonly status: ProductStatus;
  readonly variants: readonly VariantToSell[];
};

export type VariantToSell = {
  readonly variantId: string;
  /** The values of its options, e.g. `Sage, M`; empty for the only one. */
  readonly label: string;
  readonly gtin: string | null;
  /** What others ask for it now: the lowest price, and how many they are. */
  readonly lowestPrice: Money | null;
  readonly otherOffers: number;
  /** In which conditions this seller offers it already. */
  readonly offeredAs: readonly Condition[];
};

/** An offer as its seller recognises it. */
export type NamedOffer = {
  readonly offerId: string;
  readonly title: string;
  readonly variantLabel: string;
  readonly sellerSku: string;
};

/** An offer as programs of its seller read it. */
export type OwnOffer = NamedOffer & Pick<SellerOffer, 'price' | 'onHand' | 'reserved' | 'status' | 'version'>;
