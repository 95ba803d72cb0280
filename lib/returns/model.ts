import type { ReturnHistoryEvent } from '@/db/schema/returns';
import type { ParcelView } from '@/lib/fulfilment/model';
import type { Money } from '@/lib/kernel/money';

export const RETURN_STATUSES = [
  'requested',
  'accepted',
  'declined',
  'sent',
  'received',
  'inspected',
  'refunded',
  'rejected',
  'escalated',
  'ruled',
  'cancelled',
  'exchanging',
  'exchanged',
] as const;

export type ReturnStatus = (typeof RETURN_STATUSES)[number];

const OVER: readonly ReturnStatus[] = ['refunded', 'exchanged', 'ruled', 'cancelled'];

/** Whether nobody has to act on it any more. What was declined or rejected is not settled: it may go to the market. */
export function isReturnOver(status: ReturnStatus): boolean {
  return OVER.includes(status);
}

/** States out of which somebody, or a clock, will move a return. */
const UNDER_WAY: readonly ReturnStatus[] = [
  'requested',
  'accepted',
  'sent',
  'received',
  'inspected',
  'exchanging',
  'escalated',
];

export function isReturnUnderWay(status: ReturnStatus): boolean {
  return UNDER_WAY.includes(status);
}

export const RETURN_REASONS = [
  'changed_mind',
  'damaged',
  'faulty',
  'not_as_described',
  'wrong_item',
] as const;

export type ReturnReason = (typeof RETURN_REASONS)[number];

export type ReturnLineView = {
  readonly lineId: string;
  readonly title: string;
  readonly quantity: number;
  readonly restocked: number;
};

export type ReturnHistoryItem = {
  readonly event: ReturnHistoryEvent;
  readonly by: 'buyer' | 'seller' | 'market';
  readonly words: string;
  readonly at: string;
};

/** What the buyer wants for it instead of the money. */
export type ExchangeView = {
  /** `Sage, L`. */
  readonly variant: string;
  /** Why the money goes back instead; null while it does not. */
  readonly refundedFor: 'seller' | 'out_of_stock' | 'not_sent' | null;
};

/** What goods looked like to one side. */
export type ReturnPhoto = { readonly photoId: string; readonly by: ReturnParty };

/** Of each side: enough to show a fault from all around. */
export const MOST_PHOTOS = 8;

/** Who shows photos. */
export type ReturnParty = 'buyer' | 'seller';

/** A return in a list. */
export type ReturnSummary = Pick<
  ReturnView,
  'returnId' | 'orderNumber' | 'buyerName' | 'status' | 'requestedAt' | 'dueAt'
>;

/** One return, as buyer, seller and operator see it. */
export type ReturnView = {
  readonly returnId: string;
  readonly orderNumber: string;
  readonly sellerOrderId: string;
  readonly sellerName: string;
  readonly buyerName: string;
  readonly status: ReturnStatus;
  readonly version: number;
  readonly reason: ReturnReason;
  readonly note: string;
  /** The seller cannot decline it. */
  readonly byRight: boolean;
  readonly sellerPaysShipping: boolean;
  readonly dueAt: string | null;
  readonly requestedAt: string;
  readonly lines: readonly ReturnLineView[];
  readonly exchange: ExchangeView | null;
  readonly history: readonly ReturnHistoryItem[];
  readonly photos: readonly ReturnPhoto[];
  /** With which it is sent back at its seller's cost; null when there is none. */
  readonly label: { readonly price: Money } | null;
  /** With which it comes back, where a carrier tells of it. */
  readonly parcel: ParcelView | null;
  /** What went back for it; null before. */
  readonly refunded: Money | null;
};

/** What a buyer may still give back of one seller's part. */
export type ReturnableLine = {
  readonly lineId: string;
  readonly quantity: number;
  /** Other variants its seller has at the same price. */
  readonly exchanges: readonly { readonly offerId: string; readonly variant: string }[];
};

export type Returnable = {
  readonly sellerOrderId: string;
  /** For a change of mind; null when that time is over. */
  readonly until: string | null;
  readonly byRight: boolean;
  readonly lines: readonly ReturnableLine[];
};
