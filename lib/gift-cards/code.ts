import { createHash, createHmac } from 'node:crypto';
import { env } from '@/lib/platform/env';

/** Crockford's base32: no letters that look alike. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 16;

/**
 * The code of a gift card, 80 bits as `ABCD-EFGH-JKMN-PQRS`. It follows from the card and this installation's secret,
 * so that its mail can carry it, however often that is sent, and nothing that is worth money is stored.
 */
export function giftCardCode(giftCardId: string): string {
  const key = createHmac('sha256', env().AUTH_SECRET).update('souk gift card').digest();
  const digest = createHmac('sha256', key).update(giftCardId).digest();
  const letters = [...digest.subarray(0, LENGTH)].map((byte) => ALPHABET[byte % ALPHABET.length]);
  return letters.join('').replaceAll(/(.{4})(?=.)/g, '$1-');
}

/** Of a code however it was typed: spaces, hyphens, case and look-alike letters do not matter. */
export function hashGiftCardCode(typed: string): string {
  const letters = typed
    .toUpperCase()
    .replaceAll(/[^0-9A-Z]/g, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1');
  return createHash('sha256').update(letters).digest('base64url');
}
