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
