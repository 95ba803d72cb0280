import { z } from 'zod';
import { DEFAULT_MARKET } from '@/lib/kernel/market';
import { parseAmount } from '@/lib/kernel/money';

/** A million whole euros: more is a slip of the finger. */
const MOST_MINOR = 100_000_000;

function typed(leastMinor: number, words: 'price' | 'amount') {
  return z
    .string()
    .trim()
    .transform((text) => parseAmount(text.replace(',', '.'), DEFAULT_MARKET.currency) ?? NaN)
    .refine((amountMinor) => amountMinor >= leastMinor && amountMinor <= MOST_MINOR, words);
}

/** A price as a seller types it, `12.50` or `12,50`, in minor units: above zero and at most a million. */
export const typedPrice = typed(1, 'price');

/** An amount as a seller types it, in minor units: zero or more and at most a million. */
export const typedAmount = typed(0, 'amount');
