import { ok, refuse, type Result } from '@/lib/kernel/result';
import { CARRIERS, carrierNamed, type CarrierCode } from './carriers';
import { isNumberOf, normaliseTrackingNumber, recogniseCarriers } from './tracking-number';

/** What a seller wrote of a parcel, read: whom to ask where it is, if anybody. */
export type ParcelLabel = {
  /** Null for a parcel nobody can be asked about. */
  readonly carrierCode: CarrierCode | null;
  readonly carrier: string;
  readonly trackingNumber: string;
};

/**
 * Reads a carrier's name and a tracking number as typed; either may be empty. Without a name the number names the
 * carrier. Refuses a number that the named carrier does not give out; carriers we do not know are taken as they are.
 */
export function readParcelLabel(typed: {
  readonly carrier: string;
  readonly trackingNumber: string;
}): Result<ParcelLabel, 'tracking_number_invalid'> {
  const carrier = typed.carrier.trim();
  const trackingNumber = normaliseTrackingNumber(typed.trackingNumber);
  const named = carrierNamed(carrier);
  if (trackingNumber === '') return ok({ carrierCode: null, carrier, trackingNumber });
  if (named && !isNumberOf(named, trackingNumber)) {
    return refuse('tracking_number_invalid', { carrier: CARRIERS[named] });
  }
  const carrierCode = named ?? (carrier === '' ? (recogniseCarriers(trackingNumber)[0] ?? null) : null);
  return ok({ carrierCode, carrier: carrierCode ? CARRIERS[carrierCode] : carrier, trackingNumber });
}
