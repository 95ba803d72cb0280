import { randomBytes } from 'node:crypto';

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** Stripe's kind of id, e.g. `pi_3Qx…`: a prefix and 24 letters and digits. */
export function newStripeId(prefix: string): string {
  return `${prefix}_${randomText(24)}`;
}

export function newClientSecret(intentId: string): string {
  return `${intentId}_secret_${randomText(25)}`;
}

export function newRequestId(): string {
  return `req_${randomText(14)}`;
}

const POOL_BYTES = 4096;
let pool = Buffer.alloc(0);

/** Letters and digits from random bytes that are drawn many at a time. */
function randomText(length: number): string {
  if (pool.length < length) pool = randomBytes(POOL_BYTES);
  let text = '';
  for (const byte of pool.subarray(0, length)) text += ALPHABET[byte % ALPHABET.length];
  pool = pool.subarray(length);
  return text;
}
