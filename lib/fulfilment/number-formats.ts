import type { CarrierCode } from './carriers';
import { fedEx, gs1, luhn, mod37And36 } from './check-digits';

/** A shape of tracking numbers, in capitals without spaces, and the check digit in it. */
type NumberFormat = {
  readonly carrier: CarrierCode;
  readonly shape: RegExp;
  /** The part with the check digit last, when it is not the whole number. */
  readonly checked?: (number: string) => string;
  readonly check?: (number: string) => boolean;
};

/**
 * What `ts-tracking-number` does not know: carriers it has never heard of, and numbers that those it knows have
 * begun to give out since. From what the carriers print on their labels.
 */
export const OWN_FORMATS: readonly NumberFormat[] = [
  { carrier: 'amazon', shape: /^TB[ACM]\d{12}$/ },
  { carrier: 'canada_post', shape: /^\d{16}$/, check: gs1 },
  { carrier: 'canpar', shape: /^[CDKLSUXZ]\d{21}$/ },
  // Germany: an SSCC with its application identifier.
  { carrier: 'dhl', shape: /^003\d{17}$/, checked: (number) => number.slice(2), check: gs1 },
  { carrier: 'dhl', shape: /^(GM|LX|RX|UV|CN|SG|TH|IN|HK|MY)(?=\D*\d)[0-9A-Z]{10,39}$/ },
  { carrier: 'dhl', shape: /^\d{14}$/ },
  { carrier: 'dpd', shape: /^\d{14}[0-9A-Z]$/, check: mod37And36 },
  { carrier: 'dpd', shape: /^\d{27}[0-9A-Z]$/, check: mod37And36 },
  // A door-tag number stands within these barcodes, with a check digit of its own.
  { carrier: 'fedex', shape: /^[0-8]\d{33}$/, checked: (number) => number.slice(20), check: fedEx },
  { carrier: 'fedex', shape: /^3\d{31}$/, checked: (number) => number.slice(16, 28), check: fedEx },
  { carrier: 'gofo', shape: /^GFUS\d{14}$/ },
  { carrier: 'landmark', shape: /^LTN\d{8}N1$/ },
  { carrier: 'lasership', shape: /^L[AIEHNX][1-3]\d{7}$/ },
  { carrier: 'lasership', shape: /^1LS7[12]\d{10}$/ },
  { carrier: 'lasership', shape: /^1LS7[12]\d{2}01[1-4]\d{6}1$/ },
  { carrier: 'lasership', shape: /^1LSCX[0-9A-Z]{10}$/ },
  { carrier: 'old_dominion', shape: /^(77[78]|072|780|80\d)\d{8}$/, check: luhn },
  { carrier: 'purolator', shape: /^[0-5]\d{11}$/, check: luhn },
  { carrier: 'purolator', shape: /^[A-Z]{3}\d{9}$/ },
  { carrier: 'speedee', shape: /^SP\d{18}$/ },
  { carrier: 'yodel', shape: /^JJ?D\d{16}$/ },
  { carrier: 'yunexpress', shape: /^YT\d{16}$/ },
];
