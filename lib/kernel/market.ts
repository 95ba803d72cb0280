import type { Currency } from './money';

/** Where and in which currency is sold. One market so far; prices carry its code from the first row on. */
export type Market = { readonly code: string; readonly currency: Currency };

export const DEFAULT_MARKET: Market = { code: 'default', currency: 'EUR' };
