import { randomBytes } from 'node:crypto';
import type { Tracker, TrackingDetail } from './tracker';

type Step = Pick<TrackingDetail, 'status' | 'status_detail' | 'message'> & { readonly city: string };

/** The way a parcel goes when nothing is in it. */
const WAY: readonly Step[] = [
  {
    status: 'pre_transit',
    status_detail: 'label_created',
    message: 'The sender has announced the parcel',
    city: '',
  },
  {
    status: 'in_transit',
    status_detail: 'received_at_origin_facility',
    message: 'Handed in by the sender',
    city: 'Hamburg',
  },
  {
    status: 'in_transit',
    status_detail: 'arrived_at_facility',
    message: 'Sorted on its way',
    city: 'Hannover',
  },
  {
    status: 'out_for_delivery',
    status_detail: 'out_for_delivery',
    message: 'With the courier',
    city: 'Berlin',
  },
  {
    status: 'delivered',
    status_detail: 'arrived_at_destination',
    message: 'Handed over at the door',
    city: 'Berlin',
  },
];

const LOST: Step = {
  status: 'failure',
  status_detail: 'lost',
  message: 'The parcel cannot be found',
  city: '',
};

const RETURNED: Step = {
  status: 'return_to_sender',
  status_detail: 'return',
  message: 'Not accepted, on its way back to the sender',
  city: 'Berlin',
};

/** What a person can make happen to a parcel. */
export const PUSHES = ['forward', 'lose', 'return'] as const;

export type Push = (typeof PUSHES)[number];

export function newTracker(trackingCode: string, carrier: string, now: Date): Tracker {
  const id = `trk_${randomBytes(16).toString('hex')}`;
  return scanned(
    {
      id,
      object: 'Tracker',
      mode: 'test',
      tracking_code: trackingCode,
      status: 'unknown',
      status_detail: 'unknown',
      created_at: now.toISOString(),
      updated_at: now.toISOString(),
      signed_by: null,
      weight: null,
      est_delivery_date: null,
      shipment_id: null,
      carrier,
      public_url: `https://track.easypost.com/${id}`,
      tracking_details: [],
    },
    WAY[0]!,
    now,
  );
}

/** Whether anything can still happen to it. What was lost may be found: by hand, not by itself. */
export function hasArrived({ status }: Tracker): boolean {
  return status === 'delivered' || status === 'return_to_sender';
}

export function isUnderway(tracker: Tracker): boolean {
  return !hasArrived(tracker) && tracker.status !== 'failure';
}

/** The tracker after the push; null when it has arrived and nothing can happen any more. */
export function pushed(tracker: Tracker, push: Push, now: Date): Tracker | null {
  if (hasArrived(tracker)) return null;
  if (push === 'lose') return scanned(tracker, LOST, now);
  if (push === 'return') return scanned(tracker, RETURNED, now);
  const passed = tracker.tracking_details.filter(({ status_detail }) =>
    WAY.some((step) => step.status_detail === status_detail),
  ).length;
  const next = WAY[passed];
  return next ? scanned(tracker, next, now) : null;
}

function scanned(tracker: Tracker, { city, ...step }: Step, now: Date): Tracker {
  const datetime = now.toISOString();
  const detail: TrackingDetail = {
    object: 'TrackingDetail',
    ...step,
    description: null,
    datetime,
    source: tracker.carrier,
    carrier_code: null,
    tracking_location: {
      object: 'TrackingLocation',
      city: city || null,
      state: null,
      country: city ? 'DE' : null,
      zip: null,
    },
  };
  return {
    ...tracker,
    status: step.status,
    status_detail: step.status_detail,
    updated_at: datetime,
    tracking_details: [...tracker.tracking_details, detail],
  };
}
