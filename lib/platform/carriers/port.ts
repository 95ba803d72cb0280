import type { Currency, Money } from '@/lib/kernel/money';

/** What a carrier can say of a parcel when it is scanned. `note` is worth telling and moves nothing. */
export const SCAN_KINDS = [
  'announced',
  'in_transit',
  'out_for_delivery',
  'ready_for_pickup',
  'delivered',
  'lost',
  'returned_to_sender',
  'note',
] as const;

export type ScanKind = (typeof SCAN_KINDS)[number];

/** One line of a parcel's story. The same scan told twice has the same key. */
export type Scan = {
  readonly key: string;
  readonly kind: ScanKind;
  /** In the carrier's words. */
  readonly message: string;
  /** Where, as far as the carrier says; may be empty. */
  readonly place: string;
  readonly at: Date;
};

/** All a carrier knows of a parcel, in whatever order. */
export type TrackingReport = {
  readonly trackerId: string;
  readonly trackingNumber: string;
  readonly scans: readonly Scan[];
};

/** Where a parcel comes from, or goes to. */
export type PostalAddress = {
  readonly name: string;
  readonly line1: string;
  readonly line2: string;
  readonly postalCode: string;
  readonly city: string;
  readonly region: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  readonly phone: string;
};

/** A label that was bought: its parcel is followed from then on. */
export type BoughtLabel = {
  readonly carrier: string;
  readonly trackingNumber: string;
  /** What the carrier asks for it. */
  readonly price: Money;
  /** To be printed. */
  readonly pdf: Buffer;
};

/** Whoever tells us where parcels are, and sells their labels. Methods throw when they cannot be reached; the calling job tries again. */
export type CarrierPort = {
  /** Asks to be told of a parcel from here on, and what is known of it now. Asking again is harmless. */
  follow(parcel: {
    readonly trackingNumber: string;
    /** Null leaves it to the number. */
    readonly carrier: string | null;
  }): Promise<TrackingReport>;
  /** What is known of a followed parcel now. */
  ask(trackerId: string): Promise<TrackingReport>;
  /** Prepares a label and answers its name there. It costs nothing until it is bought. */
  prepareLabel(parcel: { readonly from: PostalAddress; readonly to: PostalAddress }): Promise<string>;
  /**
   * Buys a prepared label at the lowest price in this currency; null when no carrier offers one. Asked again, it
   * answers the label that was bought.
   */
  buyLabel(labelId: string, currency: Currency): Promise<BoughtLabel | null>;
};
