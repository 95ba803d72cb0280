import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { easyPostCall } from './easypost-call';
import { easyPostLabels } from './easypost-labels';
import type { CarrierPort, Scan, ScanKind, TrackingReport } from './port';

/**
 * EasyPost's trackers, over its HTTP interface (docs.easypost.com/docs/trackers). With a real key this talks to
 * EasyPost; a local stack points it at the sandbox of `dev/carrier`. Nothing above this file knows which.
 */

const text = z
  .string()
  .nullish()
  .transform((value) => value ?? '');

const detail = z.object({
  message: text,
  status: z.string(),
  status_detail: text,
  datetime: z.iso.datetime({ offset: true }),
  tracking_location: z.object({ city: text, state: text, country: text }).nullish(),
});

const tracker = z.object({
  id: z.string(),
  object: z.literal('Tracker'),
  tracking_code: z.string(),
  tracking_details: z.array(detail),
});

const event = z.object({
  id: z.string(),
  object: z.literal('Event'),
  description: z.string(),
  result: z.unknown(),
});

export type EasyPostEvent = z.infer<typeof event>;

export function easyPost(apiKey: string, apiUrl: string): CarrierPort {
  const call = easyPostCall(apiKey, apiUrl);
  const report = async (...asked: Parameters<typeof call>) => toReport(tracker.parse(await call(...asked)));
  return {
    follow: ({ trackingNumber, carrier }) =>
      report('POST', '/v2/trackers', {
        tracker: { tracking_code: trackingNumber, ...(carrier ? { carrier } : {}) },
      }),
    ask: (trackerId) => report('GET', `/v2/trackers/${encodeURIComponent(trackerId)}`),
    ...easyPostLabels(call),
  };
}

/** The header under which EasyPost signs: `hmac-sha256-hex=` and the HMAC of the exact body. */
export const EASYPOST_SIGNATURE_HEADER = 'x-hmac-signature';

export function signEasyPostBody(rawBody: string, secret: string): string {
  const digest = createHmac('sha256', secret.normalize('NFKD')).update(rawBody, 'utf8').digest('hex');
  return `hmac-sha256-hex=${digest}`;
}

/** The event, when the signature proves that EasyPost sent exactly this body; else null. */
export function readEasyPostEvent(
  rawBody: string,
  signature: string | null,
  secret: string,
): EasyPostEvent | null {
  const given = Buffer.from(signature ?? '');
  const expected = Buffer.from(signEasyPostBody(rawBody, secret));
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null;
  try {
    return event.safeParse(JSON.parse(rawBody)).data ?? null;
  } catch {
    return null;
  }
}

/** What an event says of a parcel; null when it is about something else. */
export function reportOfEvent(payload: unknown): TrackingReport | null {
  const read = event.safeParse(payload);
  const about = read.success ? tracker.safeParse(read.data.result) : null;
  return about?.success ? toReport(about.data) : null;
}

function toReport({ id, tracking_code, tracking_details }: z.infer<typeof tracker>): TrackingReport {
  return { trackerId: id, trackingNumber: tracking_code, scans: tracking_details.map(toScan) };
}

function toScan({
  message,
  status,
  status_detail,
  datetime,
  tracking_location,
}: z.infer<typeof detail>): Scan {
  const { city = '', state = '', country = '' } = tracking_location ?? {};
  const place = [city, state, country].filter(Boolean).join(', ');
  return {
    // A scan has no name of its own: it is what it says.
    key: createHash('sha256')
      .update(JSON.stringify([datetime, status, status_detail, message, place]))
      .digest('base64url'),
    kind: kindOf(status, status_detail),
    message,
    place,
    at: new Date(datetime),
  };
}

const KINDS: Readonly<Record<string, ScanKind>> = {
  pre_transit: 'announced',
  in_transit: 'in_transit',
  out_for_delivery: 'out_for_delivery',
  available_for_pickup: 'ready_for_pickup',
  delivered: 'delivered',
  return_to_sender: 'returned_to_sender',
};

/** A failed attempt may be followed by another; only what is gone for good has failed for us. */
const GONE: ReadonlySet<string> = new Set(['lost', 'damaged', 'destroyed']);

function kindOf(status: string, statusDetail: string): ScanKind {
  if (status === 'failure' && GONE.has(statusDetail)) return 'lost';
  return KINDS[status] ?? 'note';
}
