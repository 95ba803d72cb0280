import { hasValidCheckDigit } from '../outcomes/test-cards';

/** What people type into a card form, and what is wrong with it. Pure: no page, no network. */
export type Brand = 'visa' | 'mastercard' | 'amex' | 'discover' | 'diners' | 'jcb' | 'unionpay' | 'unknown';

const PREFIXES: readonly (readonly [Brand, RegExp])[] = [
  ['visa', /^4/],
  ['mastercard', /^(5[1-5]|2(2[2-9]|[3-6]|7[01]|720))/],
  ['amex', /^3[47]/],
  ['diners', /^3(0[0-5]|[68])/],
  ['jcb', /^35/],
  ['discover', /^6(011|5|4[4-9])/],
  ['unionpay', /^6[02]/],
];

export function brandOf(digits: string): Brand {
  return PREFIXES.find(([, prefix]) => prefix.test(digits))?.[0] ?? 'unknown';
}

export function digitsOf(text: string): string {
  return text.replaceAll(/\D/g, '');
}

export function numberLength(brand: Brand): number {
  if (brand === 'amex') return 15;
  return 16;
}

/** Groups as they are printed on the card: 4-6-5 on an American Express, fours elsewhere. */
export function formatNumber(text: string): string {
  const digits = digitsOf(text);
  const brand = brandOf(digits);
  const kept = digits.slice(0, numberLength(brand));
  const groups =
    brand === 'amex' ? [kept.slice(0, 4), kept.slice(4, 10), kept.slice(10)] : (kept.match(/.{1,4}/g) ?? []);
  return groups.filter(Boolean).join(' ');
}

/** `MM / YY` while it is typed; a month that can only have one digit gets its zero. */
export function formatExpiry(text: string): string {
  const slash = /^\s*(\d)\s*\/\s*(\d*)/.exec(text);
  let digits = slash ? `0${slash[1]}${slash[2]}` : digitsOf(text);
  if (/^[2-9]/.test(digits)) digits = `0${digits}`;
  const month = digits.slice(0, 2);
  const year = digits
    .slice(2)
    .replace(/^20(?=\d\d)/, '')
    .slice(0, 2);
  if (year) return `${month} / ${year}`;
  return digits.length >= 2 ? `${month} / ` : month;
}

export function formatSecurityCode(text: string, brand: Brand): string {
  return digitsOf(text).slice(0, securityCodeLength(brand));
}

export function securityCodeLength(brand: Brand): number {
  return brand === 'amex' ? 4 : 3;
}

export type Expiry = { readonly month: number; readonly year: number };

export function parseExpiry(text: string): Expiry | null {
  const match = /^(\d{2}) \/ (\d{2})$/.exec(text);
  return match ? { month: Number(match[1]), year: 2000 + Number(match[2]) } : null;
}

export function numberProblem(text: string): string | null {
  const digits = digitsOf(text);
  if (digits.length < numberLength(brandOf(digits))) return 'Your card number is incomplete.';
  return hasValidCheckDigit(digits) ? null : 'Your card number is invalid.';
}

export function expiryProblem(text: string, today: Date): string | null {
  const expiry = parseExpiry(text);
  if (!expiry) return "Your card's expiration date is incomplete.";
  if (expiry.month < 1 || expiry.month > 12) return "Your card's expiration month is invalid.";
  const monthsLeft = (expiry.year - today.getFullYear()) * 12 + expiry.month - (today.getMonth() + 1);
  if (monthsLeft < 0) return "Your card's expiration date is in the past.";
  return monthsLeft > 50 * 12 ? "Your card's expiration year is invalid." : null;
}

export function securityCodeProblem(text: string, brand: Brand): string | null {
  return text.length < securityCodeLength(brand) ? "Your card's security code is incomplete." : null;
}
