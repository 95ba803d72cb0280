import type { Currency } from './money';

/** Where and in which currency is sold. One market so far; prices carry its code from the first row on. */
export type Market = {
  readonly code: string;
  readonly currency: Currency;
  /** Where it is at home, ISO 3166-1 alpha-2: assumed of buyers of whom nothing is known. */
  readonly country: string;
};

export const DEFAULT_MARKET: Market = { code: 'default', currency: 'EUR', country: 'DE' };

/** Every market that is sold in; listings are kept for each. */
export const MARKETS: readonly Market[] = [DEFAULT_MARKET];

/** To whom something is shown: prices of that market, texts in that language. */
export type ShownIn = { readonly market: string; readonly currency: Currency; readonly locale: string };

/** The default market, in a language. */
export function shownIn(locale: string): ShownIn {
  return { market: DEFAULT_MARKET.code, currency: DEFAULT_MARKET.currency, locale };
}
