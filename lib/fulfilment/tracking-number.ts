import { allCouriers, getTracking } from 'ts-tracking-number';
import { CARRIER_CODES, type CarrierCode } from './carriers';
import { OWN_FORMATS } from './number-formats';

/** As it is stored and compared: capitals and digits only. */
export function normaliseTrackingNumber(typed: string): string {
  return typed.toUpperCase().replaceAll(/[^0-9A-Z]/g, '');
}

/** Whether the carrier gives out such numbers: its shape and its check digit are right. */
export function isNumberOf(carrier: CarrierCode, typed: string): boolean {
  const number = normaliseTrackingNumber(typed);
  return askLibrary(carrier, number) !== undefined || fitsOwnFormat(carrier, number);
}

/** Carriers that give out such numbers. Several may: carriers do not agree on who numbers how. The first is meant. */
export function recogniseCarriers(typed: string): CarrierCode[] {
  const number = normaliseTrackingNumber(typed);
  return CARRIER_CODES.filter((carrier) => isNumberOf(carrier, number));
}

/** The carrier's own page about that parcel, where there is one that takes the number. */
export function trackingUrlOf(carrier: string, number: string): string | null {
  return askLibrary(carrier, number)?.trackingUrl?.replace('%s', encodeURIComponent(number)) ?? null;
}

function askLibrary(carrier: string, number: string) {
  const courier = allCouriers.find(({ courier_code }) => courier_code === carrier);
  return courier && getTracking(number, [courier]);
}

function fitsOwnFormat(carrier: CarrierCode, number: string): boolean {
  return OWN_FORMATS.some(
    ({ carrier: of, shape, checked = whole, check = always }) =>
      of === carrier && shape.test(number) && check(checked(number)),
  );
}

function whole(number: string): string {
  return number;
}

function always(): boolean {
  return true;
}
