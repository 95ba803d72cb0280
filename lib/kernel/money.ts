/**
 * Money is whole minor units (cents, yen, fils) and an ISO 4217 currency. No float ever holds an amount:
 * rates are basis points (1/10,000) and every division goes through `allocate`.
 */
export type Currency = 'EUR' | 'USD' | 'GBP' | 'JPY' | 'KWD';

export type Money = { readonly amountMinor: number; readonly currency: Currency };

/** Digits after the point, by ISO 4217. */
const EXPONENTS: Readonly<Record<Currency, number>> = { EUR: 2, USD: 2, GBP: 2, JPY: 0, KWD: 3 };

/**
 * The steps in which an amount can be charged and refunded, in minor units: of currencies with three decimals cards
 * know only two (https://docs.stripe.com/currencies#three-decimal).
 */
const PAYABLE_STEPS: Readonly<Record<Currency, number>> = { EUR: 1, USD: 1, GBP: 1, JPY: 1, KWD: 10 };

export const CURRENCIES = Object.keys(EXPONENTS) as readonly Currency[];

export const BASIS_POINTS = 10_000;

export function isCurrency(text: string): text is Currency {
  return Object.hasOwn(EXPONENTS, text);
}

export function currencyExponent(currency: Currency): number {
  return EXPONENTS[currency];
}

export function payableStep(currency: Currency): number {
  return PAYABLE_STEPS[currency];
}

export function sumMinor(amounts: Iterable<number>): number {
  let total = 0;
  for (const amount of amounts) total += amount;
  return total;
}

/** `amount × basisPoints / 10,000`, rounded half away from zero. Exact: computed in BigInt. */
export function applyBasisPoints(amountMinor: number, basisPoints: number): number {
  const product = BigInt(amountMinor) * BigInt(basisPoints);
  const half = BigInt(BASIS_POINTS / 2);
  const rounded =
    product >= 0n ? (product + half) / BigInt(BASIS_POINTS) : (product - half) / BigInt(BASIS_POINTS);
  return Number(rounded);
}

/**
 * Divides `amountMinor` in the proportion of `weights` by largest remainder (Hamilton's method): the
 * parts are whole, differ from the exact share by less than one unit and always sum to the amount.
 * Ties go to the earlier part, so the same input always gives the same split. Weights are non-negative;
 * when all are zero the amount is divided evenly.
 */
export function allocate(amountMinor: number, weights: readonly number[]): number[] {
  if (weights.length === 0) {
    if (amountMinor !== 0) throw new RangeError('An amount cannot be divided among no parts');
    return [];
  }
  const sign = amountMinor < 0 ? -1n : 1n;
  const amount = BigInt(Math.abs(amountMinor));
  const total = sumMinor(weights);
  const shares = total === 0 ? weights.map(() => 1n) : weights.map((weight) => BigInt(weight));
  const whole = total === 0 ? BigInt(weights.length) : BigInt(total);
  const parts = shares.map((share) => (amount * share) / whole);
  let rest = amount - parts.reduce((sum, part) => sum + part, 0n);
  const byRemainder = shares
    .map((share, index) => ({ index, remainder: (amount * share) % whole }))
    .sort((a, b) => (a.remainder === b.remainder ? a.index - b.index : a.remainder > b.remainder ? -1 : 1));
  for (const { index } of byRemainder) {
    if (rest === 0n) break;
    parts[index]! += 1n;
    rest -= 1n;
  }
  return parts.map((part) => Number(part * sign));
}

/** Divides a payable amount as `allocate` does, into parts that are payable too. */
export function allocatePayable({ amountMinor, currency }: Money, weights: readonly number[]): number[] {
  const step = PAYABLE_STEPS[currency];
  if (amountMinor % step !== 0) throw new RangeError(`${amountMinor} ${currency} cannot be paid`);
  return allocate(amountMinor / step, weights).map((part) => part * step);
}

/** Money as a person of that locale writes it, e.g. `€12.50`. */
export function formatMoney(money: Money, locale: string): string {
  return formatterFor(locale, money.currency).format(money.amountMinor / 10 ** EXPONENTS[money.currency]);
}

/** Likewise for looking at, not for paying: from a thousand on without minor units, e.g. `€1,800`. */
export function formatMoneyRoughly(money: Money, locale: string): string {
  const amount = money.amountMinor / 10 ** EXPONENTS[money.currency];
  return Math.abs(amount) < 1000
    ? formatMoney(money, locale)
    : formatterFor(locale, money.currency, 'whole').format(amount);
}

/** The pieces of a formatted amount, so that a price can show its currency small. */
export function formatMoneyParts(money: Money, locale: string): Intl.NumberFormatPart[] {
  return formatterFor(locale, money.currency).formatToParts(
    money.amountMinor / 10 ** EXPONENTS[money.currency],
  );
}

/**
 * Minor units of a typed or imported amount such as `12.5`, or null when it is not a plain
 * non-negative decimal number with at most the currency's digits after the point, or not payable.
 */
export function parseAmount(text: string, currency: Currency): number | null {
  const match = /^(\d{1,12})(?:\.(\d+))?$/.exec(text.trim());
  if (!match) return null;
  const exponent = EXPONENTS[currency];
  const fraction = match[2] ?? '';
  if (fraction.length > exponent) return null;
  const amountMinor = Number(`${match[1]}${fraction.padEnd(exponent, '0')}`);
  return amountMinor % PAYABLE_STEPS[currency] === 0 ? amountMinor : null;
}

/** The amount as `parseAmount` reads it, for the value of an input: `12.50`. */
export function plainAmount({ amountMinor, currency }: Money): string {
  const exponent = EXPONENTS[currency];
  const sign = amountMinor < 0 ? '-' : '';
  const digits = String(Math.abs(amountMinor)).padStart(exponent + 1, '0');
  return exponent === 0 ? sign + digits : `${sign}${digits.slice(0, -exponent)}.${digits.slice(-exponent)}`;
}

const formatters = new Map<string, Intl.NumberFormat>();

function formatterFor(
  locale: string,
  currency: Currency,
  amounts: 'exact' | 'whole' = 'exact',
): Intl.NumberFormat {
  const key = `${locale} ${currency} ${amounts}`;
  let formatter = formatters.get(key);
  if (!formatter) {
    formatter = new Intl.NumberFormat(locale, {
      ...{ style: 'currency', currency },
      ...(amounts === 'whole' && { maximumFractionDigits: 0 }),
    });
    formatters.set(key, formatter);
  }
  return formatter;
}
