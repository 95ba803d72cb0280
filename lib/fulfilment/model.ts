/** What pages show of parcels: plain types for server and browser. */
import type { LineToPack } from '@/lib/orders/model';

export { CARRIERS, type CarrierCode } from './carriers';

export const SHIPMENT_STATUSES = [
  'announced',
  'in_transit',
  'out_for_delivery',
  'ready_for_pickup',
  'delivered',
  'lost',
  'returned_to_sender',
] as const;

export type ShipmentStatus = (typeof SHIPMENT_STATUSES)[number];

/** States out of which somebody has to help a parcel: buyer and seller are told. */
export const TROUBLES = ['lost', 'returned_to_sender'] as const satisfies readonly ShipmentStatus[];

export type Trouble = (typeof TROUBLES)[number];

export function isTrouble(status: ShipmentStatus): status is Trouble {
  return TROUBLES.some((trouble) => trouble === status);
}

/** Whether it can still be said to have arrived. */
export function isUnderWay(status: ShipmentStatus): boolean {
  return status !== 'delivered' && status !== 'returned_to_sender';
}

/** One line of a parcel's timeline. */
export type ScanView = {
  readonly kind: ShipmentStatus | 'note';
  /** In the carrier's words; may be empty. */
  readonly message: string;
  readonly place: string;
  readonly at: string;
};

/** One parcel, as buyer, seller and operator see it. */
export type ParcelView = {
  readonly shipmentId: string;
  readonly sellerOrderId: string;
  readonly status: ShipmentStatus;
  /** As people read it; empty when nobody said. */
  readonly carrier: string;
  readonly trackingNumber: string;
  /** Whether its carrier tells us where it is; else its seller says when it has arrived. */
  readonly followed: boolean;
  /** Whether it replaces goods that came back. */
  readonly isReplacement: boolean;
  /** The carrier's own page about it. */
  readonly trackingUrl: string | null;
  readonly shippedAt: string;
  readonly deliveredAt: string | null;
  readonly lines: readonly { readonly lineId: string; readonly quantity: number }[];
  /** What its carrier told, latest first. */
  readonly scans: readonly ScanView[];
};

/** An offer to fetch from its shelf, for one order or many. */
export type PickedOffer = LineToPack & { readonly orderNumbers: readonly string[] };

/** More rows are sent in several files. */
export const MOST_PARCELS = 500;

/** Why a row of a file of parcels is left out. */
export const PARCEL_PROBLEMS = [
  'unreadable',
  'not_found',
  'named_twice',
  'illegal_transition',
  'quantity_not_open',
  'tracking_number_invalid',
  'tracking_number_taken',
] as const;

export type ParcelProblem = (typeof PARCEL_PROBLEMS)[number];

export type ParcelByFile = {
  /** The row; counts from 1, without the heading. */
  readonly number: number;
  readonly orderNumber: string;
  readonly carrier: string;
  readonly trackingNumber: string;
  /** How many are still to be sent of the order. */
  readonly pieces: number;
};

/** What a file of parcels would do, or has done. */
export type ParcelsByFile = {
  readonly heading: readonly string[];
  readonly ready: readonly ParcelByFile[];
  readonly sent: readonly ParcelByFile[];
  /** Rows without a tracking number: not sent yet. */
  readonly waiting: number;
  readonly problems: readonly {
    readonly number: number;
    readonly problem: ParcelProblem;
    readonly cells: readonly string[];
  }[];
};

/** What of one seller's part of an order is to be put into a box. No more of it than packing needs leaves the shop. */
export type PartToScan = {
  readonly sellerOrderId: string;
  readonly orderNumber: string;
  readonly lines: readonly LineToScan[];
};

export type LineToScan = Pick<
  LineToPack,
  'lineId' | 'title' | 'variantLabel' | 'sellerSku' | 'image' | 'quantity'
> & {
  /** As its source wrote it: 8, 12, 13 or 14 digits. */
  readonly gtin: string | null;
};

/** Who sends: the business, where it is known, else the shop by its name alone. */
export type Sender = {
  readonly name: string;
  readonly line1: string;
  readonly line2: string;
  readonly postalCode: string;
  readonly city: string;
  readonly country: string;
};
