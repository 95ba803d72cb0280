import type { Money } from '@/lib/kernel/money';
import type { Picture } from '@/lib/media/model';

export type OfferStatus = 'active' | 'paused';

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
  readonly status: OfferStatus;
  /** Sent back with a change, so that nobody overwrites what they have not seen. */
  readonly version: number;
};
