/** EasyPost's tracker and event, as its documentation shows them (docs.easypost.com/docs/trackers and /events). */
export type TrackingDetail = {
  readonly object: 'TrackingDetail';
  readonly message: string;
  readonly description: string | null;
  readonly status: string;
  readonly status_detail: string;
  readonly datetime: string;
  readonly source: string;
  readonly carrier_code: string | null;
  readonly tracking_location: {
    readonly object: 'TrackingLocation';
    readonly city: string | null;
    readonly state: string | null;
    readonly country: string | null;
    readonly zip: string | null;
  };
};

export type Tracker = {
  readonly id: string;
  readonly object: 'Tracker';
  readonly mode: 'test';
  readonly tracking_code: string;
  readonly status: string;
  readonly status_detail: string;
  readonly created_at: string;
  readonly updated_at: string;
  readonly signed_by: string | null;
  readonly weight: number | null;
  readonly est_delivery_date: string | null;
  readonly shipment_id: string | null;
  readonly carrier: string;
  readonly public_url: string;
  readonly tracking_details: readonly TrackingDetail[];
};

export type TrackerEvent = {
  readonly id: string;
  readonly object: 'Event';
  readonly mode: 'test';
  readonly description: 'tracker.created' | 'tracker.updated';
  readonly previous_attributes: { readonly status: string };
  readonly created_at: string;
  readonly result: Tracker;
};
