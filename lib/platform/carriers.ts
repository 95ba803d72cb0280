import {
  easyPost,
  EASYPOST_SIGNATURE_HEADER,
  readEasyPostEvent,
  type EasyPostEvent,
} from './carriers/easypost';
import type { CarrierPort } from './carriers/port';
import { env } from './env';

/** Where parcels are and who sells their labels: the port to whoever is configured. */
export { reportOfEvent } from './carriers/easypost';
export {
  SCAN_KINDS,
  type BoughtLabel,
  type CarrierPort,
  type PostalAddress,
  type Scan,
  type ScanKind,
  type TrackingReport,
} from './carriers/port';

const holder = globalThis as typeof globalThis & { soukCarriers?: CarrierPort | null };

/** This process's port; null when nobody is configured, and then no parcel is followed. */
export function carriers(): CarrierPort | null {
  if (holder.soukCarriers === undefined) {
    const { EASYPOST_API_KEY, EASYPOST_API_URL } = env();
    holder.soukCarriers = EASYPOST_API_KEY ? easyPost(EASYPOST_API_KEY, EASYPOST_API_URL) : null;
  }
  return holder.soukCarriers;
}

/** The webhook's event, when its signature is right; null for a forged one, or when nobody is configured. */
export function verifyCarrierWebhook(headers: Headers, rawBody: string): EasyPostEvent | null {
  const { EASYPOST_WEBHOOK_SECRET } = env();
  return EASYPOST_WEBHOOK_SECRET
    ? readEasyPostEvent(rawBody, headers.get(EASYPOST_SIGNATURE_HEADER), EASYPOST_WEBHOOK_SECRET)
    : null;
}
