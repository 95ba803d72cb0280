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

/** Whoever tells us where parcels are. Methods throw when they cannot be reached; the calling job tries again. */
export type CarrierPort = {
  /** Asks to be told of a parcel from here on, and what is known of it now. Asking again is harmless. */
  follow(parcel: {
    readonly trackingNumber: string;
    /** Null leaves it to the number. */
    readonly carrier: string | null;
  }): Promise<TrackingReport>;
  /** What is known of a followed parcel now. */
  ask(trackerId: string): Promise<TrackingReport>;
};
